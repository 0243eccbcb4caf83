import { counted, inflected, plural } from './wording.ts'

const upTo = (value: string) => counted(Number(value))

const seats = (n: number, whose: 'file' | 'roster') =>
  whose === 'file'
    ? plural(n, 'person with a seat', 'people with a seat')
    : plural(n, 'person in the roster', 'people in the roster')

export const figures = {
  list: {
    title: 'Figures',
    lead: 'Adoption and delivery figures that stand beside the results. Of who used a tool only counts are kept, for groups as large as those of the results.',
    empty:
      'There are no figures yet. Import what your AI tools report about their use, and a table of delivery measures, and they appear beside the results.',
    import: 'Import figures',
    tokens: 'Tokens for scripts',
    month: 'Month',
    what: 'What',
    source: 'Source',
    standsFor: 'Stands for',
    importedAt: 'Imported',
    adoption: 'Adoption',
    delivery: 'Delivery',
    people: (n: number, whose: 'file' | 'roster', days: number | null) =>
      days === null ? seats(n, whose) : `${seats(n, whose)}, ${plural(days, 'day', 'days')} of the month`,
    removeLabel: (what: string, source: string, month: string) => `Remove ${what} of ${month} from ${source}`,
  },
  teams: (n: number) => plural(n, 'team', 'teams'),
  sources: {
    copilot: 'GitHub Copilot',
    'copilot-metrics': 'GitHub Copilot metrics',
    cursor: 'Cursor',
    'claude-code': 'Claude Code',
    csv: 'CSV',
  },
  kinds: {
    copilot: 'Usage reports of GitHub Copilot',
    'copilot-metrics': 'Older metrics of GitHub Copilot',
    cursor: 'Daily usage of Cursor',
    'claude-code': 'Analytics of Claude Code',
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
  },
  units: { hours: 'hours', 'per week': 'per week', percent: 'percent' },
  import: {
    title: 'Import figures',
    lead: 'Choose a file as it came from the vendor, or a table. It is read while it arrives: people are counted by group and their names are never stored. You see what it brings before anything is applied.',
    mapping: 'Addresses by login',
    mappingHint:
      'A CSV with the columns login and email, where the file knows people by their logins. It is used while reading and not kept.',
    source: 'Source',
    sourceHint:
      'For a table: where it comes from. The next import of the same source and month takes its place.',
    file: 'File',
    fileHint: 'Up to 512 MB. What kind it is shows from its content.',
    submit: 'Preview',
    kinds: 'What can be imported',
    kindsText: [
      [
        'GitHub Copilot',
        'usage reports users-1-day or users-28-day, best with user-teams-1-day after them in one file, which says who has a seat; or the older metrics arrays',
      ],
      ['Cursor', 'the answer of /teams/daily-usage-data'],
      ['Claude Code', 'the pages of /v1/organizations/usage_report/claude_code, one after another'],
      ['Adoption as CSV', 'email, month; optional active (yes or no)'],
      [
        'Delivery as CSV',
        'team, month, and either measure and value or a column a measure; optional count. Lead time, recovery time and review time in hours, deployments per week, change fail rate and rework rate in percent',
      ],
    ],
    kindsNote:
      'Somebody is active in a month who used the tool at any time of it. Send whole months: an import replaces the month, and days of two files are never added up.',
    script: 'Push figures by a script',
    reading: 'Reading, in megabytes',
    lines: (n: number) => `${plural(n, 'line', 'lines')} read`,
    faulty: 'Nothing can be applied',
    ready: 'Preview',
    readyText: 'Nothing has been applied yet.',
    people: (n: number, unmatched: number) =>
      unmatched === 0
        ? `${plural(n, 'person is', 'people are')} in the file, and all of them are in a team of the roster.`
        : `${plural(unmatched, 'person', 'people')} of the ${upTo(String(n))} in the file ${inflected(unmatched, 'is', 'are')} in no team of the roster, and left out.`,
    nobodyMatched:
      'Nobody in the file was found in the roster. If it knows people by their logins, send a table with their addresses along.',
    nameless: (n: number) => `${plural(n, 'line', 'lines')} about no person passed over.`,
    unknownTeams: 'Left out, since these teams are not in the roster',
    withheldTeams: 'Left out, since figures of so few people would be figures of persons',
    brings: 'Brings',
    shown: 'Shown',
    replaces: 'Replaces',
    replacesYes: 'what is there',
    replacesNo: 'nothing',
    values: (n: number) => plural(n, 'value', 'values'),
    classes: ({ exact, range, none }: Record<'exact' | 'range' | 'none', number>) =>
      `${plural(exact, 'group', 'groups')} exactly, ${range} as a range, ${none} not at all`,
    atLeast: 'the organisation, as "at least"',
    apply: 'Apply all of this',
    discard: 'Discard',
    other: 'Import another file',
    applied: 'These figures were applied.',
    toFigures: 'To the figures',
    interruptedTitle: 'This file was not read to its end',
    interrupted: 'Reading was interrupted by a restart. Nothing was applied. Please import the file again.',
  },
  removal: {
    title: (what: string, source: string, month: string) => `Remove ${what} of ${month} from ${source}?`,
    text: 'They are gone from every page at once. Only the file itself can bring them back.',
    confirm: 'Remove',
  },
  faults: {
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
    moreActiveThanRoster: (value: string) =>
      `On one day ${value.split('/')[0]} people were active, and the roster has ${value.split('/')[1]}. The file is about more people than this organisation.`,
  },
}
