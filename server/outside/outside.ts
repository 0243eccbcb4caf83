export { isReachable } from './addresses.ts'
export { addressOf, ask, usualWays, type Hosts, type Question, type Resolve, type Ways } from './asking.ts'
export { NotTaken, reasonOf, retryAfter } from './reasons.ts'
