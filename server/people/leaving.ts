import type { ImportReport } from '../storage/schema/roster-imports.ts'

const fewest = 3
const share = 1 / 5

/** So many leave that it is more likely a wrong file than a wrong roster: somebody has to say how many. */
export const manyLeave = ({ leaves, today }: ImportReport): boolean =>
  leaves.count > fewest && leaves.count > today * share
