import type { MeasureUnit } from '../storage/schema/figures.ts'

/** What ready-made measures are called in tables besides their identifiers; case and punctuation do not matter. */
export const spellings: Record<string, string[]> = {
  'lead-time': ['changeleadtime', 'leadtimeforchanges', 'medianleadtime', 'meanleadtime'],
  'deployment-frequency': ['deployfrequency', 'deployments', 'deploys'],
  'recovery-time': [
    'faileddeploymentrecoverytime',
    'deploymentrecoverytime',
    'timetorestoreservice',
    'timetorestore',
    'timetorecovery',
    'timetorecover',
    'meantimetorecovery',
    'mttr',
  ],
  'change-fail-rate': ['changefailurerate', 'changefailpercentage', 'cfr'],
  'rework-rate': ['deploymentreworkrate'],
  'review-time': ['codereviewtime', 'prreviewtime', 'pullrequestreviewtime', 'timeinreview', 'timetoreview'],
  'review-queue': ['waitingforreview', 'reviewbacklog', 'openreviews'],
  'pr-size': ['pullrequestsize', 'changesize'],
  'ai-tagged': ['aitaggedchanges', 'aiwrittenchanges', 'shareofaichanges'],
  'defect-escape': ['defectescaperate', 'escapeddefects'],
  incidents: ['incidentcount'],
  'request-to-production': ['requesttoproductiontime', 'ideatoproduction', 'customerrequesttoproduction'],
  'feature-use': ['featureadoption', 'featureusage'],
  'support-tickets': ['tickets'],
  satisfaction: ['csat', 'customersatisfaction'],
}

const weeksInAMonth = 365.25 / 12 / 7

const plain = { '': 1 }

/** What one of another unit is in ours, by what stands after the name. Money is never converted. */
export const factors: Record<MeasureUnit, Record<string, number>> = {
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
  count: { ...plain, count: 1 },
  lines: { ...plain, lines: 1, inlines: 1 },
  score: { ...plain, score: 1 },
  credits: plain,
  cents: plain,
  'estimated USD': plain,
  USD: { ...plain, usd: 1 },
  EUR: { ...plain, eur: 1 },
  GBP: { ...plain, gbp: 1 },
  CHF: { ...plain, chf: 1 },
}
