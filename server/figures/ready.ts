import type { ReadyFigures } from '../storage/schema/figure-imports.ts'

export const organisation = 'organisation'

/** People behind what is shown of a month's adoption, or teams with delivery figures: none where they are the organisation's alone. */
export function standsFor(ready: ReadyFigures): number {
  if (ready.kind === 'delivery')
    return new Set(ready.values.map(({ teamId }) => teamId).filter((id) => id !== organisation)).size
  return ready.sums.find(({ teamId }) => teamId === organisation)?.sum.n ?? 0
}
