import type { ReadyFigures } from '../storage/schema/figure-imports.ts'

export const organisation = 'organisation'

/** People behind what is shown of a month's adoption, or teams with delivery figures. */
export function standsFor(ready: ReadyFigures): number {
  if (ready.kind === 'delivery') return new Set(ready.values.map(({ teamId }) => teamId)).size
  return ready.sums.find(({ teamId }) => teamId === organisation)?.sum.n ?? 0
}
