import type { Measure } from '../storage/schema/figures.ts'
import { plainHeading } from '../files/headings.ts'
import { known } from '../known.ts'

export const measures = [
  { id: 'lead-time', unit: 'hours', better: 'lower' },
  { id: 'deployment-frequency', unit: 'per week', better: 'higher' },
  { id: 'recovery-time', unit: 'hours', better: 'lower' },
  { id: 'change-fail-rate', unit: 'percent', better: 'lower' },
  { id: 'rework-rate', unit: 'percent', better: 'lower' },
  { id: 'review-time', unit: 'hours', better: 'lower' },
] as const satisfies { id: Measure; unit: string; better: 'lower' | 'higher' }[]

const names: Record<Measure, string[]> = {
  'lead-time': ['changeleadtime', 'leadtimeforchanges', 'leadtime', 'medianleadtime', 'meanleadtime'],
  'deployment-frequency': ['deploymentfrequency', 'deployfrequency', 'deployments', 'deploys'],
  'recovery-time': [
    'faileddeploymentrecoverytime',
    'deploymentrecoverytime',
    'recoverytime',
    'timetorestoreservice',
    'timetorestore',
    'timetorecovery',
    'meantimetorecovery',
    'mttr',
  ],
  'change-fail-rate': ['changefailrate', 'changefailurerate', 'changefailpercentage', 'cfr'],
  'rework-rate': ['deploymentreworkrate', 'reworkrate'],
  'review-time': [
    'reviewtime',
    'codereviewtime',
    'prreviewtime',
    'pullrequestreviewtime',
    'timeinreview',
    'timetoreview',
  ],
}

const weeksInAMonth = 365.25 / 12 / 7

/** What one of another unit is in ours. */
const factors: Record<(typeof measures)[number]['unit'], Record<string, number>> = {
  hours: {
    '': 1,
    h: 1,
    hours: 1,
    inhours: 1,
    days: 24,
    indays: 24,
    minutes: 1 / 60,
    inminutes: 1 / 60,
    seconds: 1 / 3600,
    inseconds: 1 / 3600,
  },
  'per week': { '': 1, perweek: 1, weekly: 1, perday: 7, daily: 7, permonth: 1 / weeksInAMonth },
  percent: { '': 1, percent: 1, inpercent: 1, pct: 1, share: 100, ratio: 100 },
}

/** A measure as a file names it, and what its values are multiplied with: `lead_time_days` is 24 of our hours. */
export interface Named {
  measure: Measure
  factor: number
}

const byHeading = new Map<string, Named>(
  measures.flatMap(({ id, unit }) =>
    [id.replaceAll('-', ''), ...names[id]].flatMap((name) =>
      Object.entries(factors[unit])
        // plain "deployments" may be a count of anything: only with "per week" is it a frequency
        .filter(([suffix]) => suffix !== '' || !/^deploy(ment)?s$/.test(name))
        .map(([suffix, factor]) => [name + suffix, { measure: id, factor }] as const),
    ),
  ),
)

/** Case and punctuation do not matter. Null for what is no measure. */
export const measureNamed = (heading: string): Named | null => byHeading.get(plainHeading(heading)) ?? null

const units = new Map(measures.map(({ id, unit }) => [id as Measure, unit]))

export const unitOf = (measure: Measure) => known(units, measure)
