export { openPost } from './transport.ts'
export {
  queueLetter,
  queueLetters,
  dropLetters,
  dropReminders,
  drainOutbox,
  retryFailing,
  outboxState,
  type Letters,
  type OutboxState,
  type Queued,
} from './outbox.ts'
