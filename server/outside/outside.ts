export { answerTo, askedOnce, pageOf, piecesOf, shaped, type Asking, type Line } from './answers.ts'
export { isReachable } from './addresses.ts'
export { addressOf, ask, usualWays, type Hosts, type Question, type Resolve, type Ways } from './asking.ts'
export { NotTaken, reasonOf, retryAfter } from './reasons.ts'
