import { counted, inflected, listed, plural } from '../wording.ts'

export const importing = {
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
      : `${plural(unmatched, 'person', 'people')} of the ${counted(n)} in the file ${inflected(unmatched, 'is', 'are')} in no team of the roster, and left out.`,
  nobodyMatched:
    'Nobody in the file was found in the roster. If it knows people by their logins, send a table with their addresses along.',
  nameless: (n: number) => `${plural(n, 'line', 'lines')} about no person passed over.`,
  unknownTeams: 'Left out, since these teams are not in the roster',
  unfinished: (months: string[]) =>
    `Left out: ${listed(months)}. A month is shown from the fourth day after it on, when its vendor corrects it no more, since figures of one month that differ by one person would tell about that person.`,
  kept: (n: number) =>
    `${plural(n, 'group keeps its figures', 'groups keep their figures')}, since fewer people than the threshold differ`,
  tooFine: 'Left out, since this is shown only of at least 20 people, or only of everybody',
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
}
