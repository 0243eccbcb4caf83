import type { FiguresReport } from '../storage/schema/figure-imports.ts'

export const emptyReport: FiguresReport = {
  kind: null,
  faults: [],
  faultCount: 0,
  lines: 0,
  people: 0,
  unmatched: 0,
  nameless: 0,
  unknownTeams: [],
  withheldTeams: [],
  tooFine: [],
  months: [],
  unfinished: [],
}
