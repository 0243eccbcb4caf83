export { leadsNowhere, openPost } from './transport.ts'
export {
  queueLetter,
  queueLetters,
  dropLetters,
  dropLettersOf,
  drainOutbox,
  dropRested,
  retryFailing,
  outboxState,
  refusals,
  type Letters,
  type OutboxState,
  type Queued,
} from './outbox.ts'
