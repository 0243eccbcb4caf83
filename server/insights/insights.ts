export { verdicts, type Comparison, type Verdict, type Wave } from './verdicts.ts'
export { smallestChange } from './smallest-change.ts'
export { favourable } from './ends.ts'
