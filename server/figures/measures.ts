import type { Better, MeasureLevel, MeasureUnit } from '../storage/schema/figures.ts'

/** Something that is measured of a team's work, an area's or the organisation's, month by month. */
export interface Measure {
  id: string
  /** Null for what is ready-made: its name is in the catalogue. */
  name: string | null
  unit: MeasureUnit
  better: Better
  level: MeasureLevel
  /** Taken no more; its figures stay. */
  retired: boolean
}

const made = (id: string, unit: MeasureUnit, better: Better, level: MeasureLevel = 'team'): Measure => ({
  id,
  name: null,
  unit,
  better,
  level,
  retired: false,
})

/** The five of DORA, how long changes wait for their review, and what came of the work. Docs/figures.md says what each is. */
export const readyMade: Measure[] = [
  made('lead-time', 'hours', 'lower'),
  made('deployment-frequency', 'per week', 'higher'),
  made('recovery-time', 'hours', 'lower'),
  made('change-fail-rate', 'percent', 'lower'),
  made('rework-rate', 'percent', 'lower'),
  made('review-time', 'hours', 'lower'),
  made('review-queue', 'count', 'lower'),
  made('pr-size', 'lines', 'lower'),
  made('ai-tagged', 'percent', 'neither'),
  made('defect-escape', 'percent', 'lower'),
  made('incidents', 'count', 'lower'),
  made('request-to-production', 'hours', 'lower'),
  made('feature-use', 'percent', 'higher', 'area'),
  made('support-tickets', 'count', 'lower', 'area'),
  made('satisfaction', 'score', 'higher', 'area'),
  made('revenue-per-engineer-usd', 'USD', 'higher', 'organisation'),
  made('revenue-per-engineer-eur', 'EUR', 'higher', 'organisation'),
  // Three units that are never added: what a vendor counts, what it bills, and what a tool reckons it would cost.
  made('ai-spend-credits', 'credits', 'neither', 'area'),
  made('ai-spend-cents', 'cents', 'neither', 'area'),
  made('ai-spend-estimate', 'estimated USD', 'neither', 'area'),
]

/** Fewest people of whom an area's figure may be shown. */
export const leastOfAnArea = 20
