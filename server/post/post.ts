export { greetMailServer, leadsNowhere, openPost } from './transport.ts'
export { backlogOf } from './backlog.ts'
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
