export { closeRound, closeDueRounds, resumeClosings, closingProgress } from './closing.ts'
export { cancelRound, destroyLeftOverKeys } from './cancelling.ts'
