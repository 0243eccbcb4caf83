import { counted, plural } from './wording.ts'
import { list } from './figures/list.ts'
import { importing } from './figures/import.ts'
import { connectors } from './figures/connectors.ts'
import { register } from './figures/register.ts'

const upTo = (value: string) => counted(Number(value))

export const figures = {
  list,
  teams: (n: number) => (n === 0 ? 'the organisation' : plural(n, 'team', 'teams')),
  sources: {
    copilot: 'GitHub Copilot',
    'copilot-metrics': 'GitHub Copilot metrics',
    cursor: 'Cursor',
    'claude-code': 'Claude Code',
    'claude-enterprise': 'Claude Enterprise',
    github: 'GitHub',
    devlake: 'Apache DevLake',
    csv: 'CSV',
  },
  kinds: {
    copilot: 'Usage reports of GitHub Copilot',
    'copilot-metrics': 'Older metrics of GitHub Copilot',
    cursor: 'Daily usage of Cursor',
    'claude-code': 'Analytics of Claude Code',
    'claude-enterprise': 'Analytics of Claude Enterprise',
    'adoption-csv': 'A table of who used a tool',
    'delivery-csv': 'A table of delivery measures',
  },
  measures: {
    'lead-time': 'Change lead time',
    'deployment-frequency': 'Deployment frequency',
    'recovery-time': 'Failed deployment recovery time',
    'change-fail-rate': 'Change fail rate',
    'rework-rate': 'Deployment rework rate',
    'review-time': 'Review time',
    'review-queue': 'Changes waiting for review',
    'pr-size': 'Size of a pull request',
    'ai-tagged': 'Changes marked as written by AI',
    'defect-escape': 'Defects that escaped to customers',
    incidents: 'Incidents',
    'request-to-production': 'From request to production',
    'feature-use': 'Customers who use what was shipped',
    'support-tickets': 'Support tickets',
    satisfaction: 'Customer satisfaction',
    'revenue-per-engineer-usd': 'Revenue per engineer',
    'revenue-per-engineer-eur': 'Revenue per engineer',
    'ai-spend-credits': 'Spent on AI, credits',
    'ai-spend-cents': 'Spent on AI, billed',
    'ai-spend-estimate': 'Spent on AI, as the tool reckons',
  },
  units: {
    hours: 'hours',
    'per week': 'per week',
    percent: 'percent',
    /** A number of things needs no unit. */
    count: '',
    lines: 'lines',
    score: 'points',
    credits: 'credits',
    cents: 'US cents',
    'estimated USD': 'US dollars, estimated',
    USD: 'US dollars',
    EUR: 'euros',
    GBP: 'pounds',
    CHF: 'francs',
  },
  register,
  import: importing,
  connectors,
  removal: {
    title: (what: string, source: string, month: string) => `Remove ${what} of ${month} from ${source}?`,
    text: 'They are gone from every page at once. Only the file itself can bring them back.',
    confirm: 'Remove',
  },
  faults: {
    notFetched: (value: string) => connectors.reasons(value, {}),
    fileEmpty: () => 'The file is empty.',
    notUtf8: () =>
      'The file is no whole text: it may be damaged or cut off. In a spreadsheet, choose "CSV UTF-8" when saving.',
    spreadsheet: () => 'This is a spreadsheet, not a CSV file. Save it as "CSV UTF-8" first.',
    unknownKind: () =>
      'This is none of the files that can be imported. A table needs a header with email and month, or with team, month and a measure.',
    linksOnly: () =>
      'This is the answer with the links to the report, not the report. Download what the links lead to, and import that.',
    entityReport: () =>
      'This report is about the whole organisation and has no people in it. Take users-1-day or users-28-day instead.',
    noRows: () => 'There is a header or a list, but nothing in it.',
    mappingColumns: () => 'The table of addresses needs two columns, login and email.',
    columnsMissing: (value: string) =>
      value
        ? `Needed columns are missing. The header has to have ${value}, and for delivery a measure.`
        : 'Needed columns are missing.',
    columnTwice: (value: string) => `Two columns mean the same: ${value}. Remove or rename one.`,
    columnCount: (value: string) =>
      `The line has ${value.split('/')[0]} columns where the header has ${value.split('/')[1]}. Is a comma missing, or not in quotation marks?`,
    lineTooLong: () => 'What begins here is far too long; a bracket or a quotation mark may be missing.',
    quoteUnclosed: () => 'A quotation mark opens in this line and is never closed.',
    quoteMisplaced: () =>
      'A quotation mark stands in the middle of a field. Double it, or put the whole field in quotation marks.',
    nulByte: () => 'The line holds a NUL byte; the file may be damaged.',
    notJson: () => 'What begins in this line is no JSON.',
    jsonIncomplete: () => 'The file ends in the middle of its JSON. It may be cut off.',
    jsonMisplaced: () => 'Here stands something that does not belong into such a file.',
    pageMissing: () =>
      'The last page says that there is another one. Fetch all pages, and import them together.',
    tooManyPeople: (value: string) => `The file names more than ${upTo(value)} people and months.`,
    personMissing: () => 'The line does not say whom it is about.',
    dayMissing: () => 'The line does not say which day it is about.',
    dayInvalid: (value: string) =>
      value ? `"${value}" is no day, such as 2026-11-30.` : 'The day cannot be read.',
    dayNotInRow: () =>
      'The row does not say which day it is about: the vendor says it in the request alone. Put that day into each row as "date".',
    monthInvalid: (value: string) =>
      value ? `"${value}" is no month, such as 2026-11.` : 'The month is missing.',
    fieldInvalid: (value: string) =>
      value
        ? `The field ${value} is missing, or not as its vendor documents it.`
        : 'The entry is not as its vendor documents it.',
    activeUnknown: (value: string) =>
      value ? `"${value}" is neither yes nor no.` : 'Active is neither yes nor no.',
    teamEmpty: () => 'The team is missing.',
    measureUnknown: (value: string) =>
      value
        ? `"${value}" is no measure that can be imported, or its unit is not known.`
        : 'The measure is missing.',
    valueInvalid: (value: string) =>
      value ? `"${value}" is no value: a number from 0 up.` : 'The value is missing.',
    valueTooHigh: (value: string) => `${value} is more than 100 percent.`,
    countInvalid: (value: string) => `"${value}" is no count: a whole number from 0 up.`,
    valueTwice: (value: string) =>
      /^\d+$/.test(value)
        ? `Team, month and measure stand in line ${value} already.`
        : `Team, month and measure stand in the file already: ${value} is another name of a team before it.`,
    monthInFuture: (value: string) => `${value} has not begun.`,
    monthUnfinished: (value: string) =>
      `Nothing in the file is about a month that is final. ${value} is shown from the fourth day after it on, when its vendor corrects it no more.`,
    moreActiveThanRoster: (value: string) =>
      `On one day ${value.split('/')[0]} people were active, and the roster has ${value.split('/')[1]}. The file is about more people than this organisation.`,
  },
}
