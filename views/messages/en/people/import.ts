import { counted, listed, plural } from '../wording.ts'

export const rosterImport = {
  title: 'Import a roster',
  lead: 'The file is the whole roster: people who are not in it leave, except administrators. You see every change before anything is applied.',
  file: 'CSV file',
  fileHint: 'With a header line. Commas, semicolons or tabs, as a spreadsheet saves them.',
  example: 'Download an example',
  paste: 'Or paste the table here',
  submit: 'Preview',
  columns: 'Columns',
  columnsText: [
    ['email', 'mail address, needed'],
    ['team', 'a path such as Engineering / Platform / Payments, needed'],
    ['name', 'shown to the people one is counted with; or two columns, first name and last name'],
    ['role', 'member, manager, facilitator, admin; several separated by ;'],
    ['manages, facilitates', 'team paths separated by ; (without: the own team)'],
    ['answers', 'yes or no; yes if left out'],
  ],
  columnsNote:
    'Usual other headings are understood, German ones too, and the preview lets you assign those that are not. Other columns are ignored and not kept.',
  understood: 'How the file was read',
  rolesRead: (roles: { manager: number; facilitator: number; administrator: number }) =>
    `Of the people in the file, ${listed([
      plural(roles.manager, 'is a manager', 'are managers'),
      plural(roles.facilitator, 'a facilitator', 'facilitators'),
      plural(roles.administrator, 'an administrator', 'administrators'),
    ])}.`,
  notUsed: (headings: string[]) =>
    headings.length === 1
      ? `The column “${headings[0]}” was not used.`
      : `The columns ${listed(headings.map((heading) => `“${heading}”`))} were not used.`,
  allUsed: 'Every column was used.',
  readAs: (heading: string, as: string) => `${heading}: ${as}`,
  assign: 'Read a column as something else',
  assignText:
    'What you choose is remembered for the headings of later files. The file itself was not kept: choose it once more.',
  assignPasted: 'What you choose is remembered for the headings of later files.',
  readAgain: 'Read again',
  columnNames: {
    email: 'mail address',
    team: 'team',
    name: 'name',
    firstName: 'first name',
    lastName: 'last name',
    role: 'role',
    manages: 'teams managed',
    facilitates: 'teams facilitated',
    answers: 'invited to answer',
  },
  unused: 'not used',
  noHeading: 'without a heading',
  reading: 'Reading the roster',
  lines: (n: number) => `${plural(n, 'line', 'lines')} read`,
  applying: 'Applying the roster',
  ready: 'Preview',
  readyText: 'Nothing has been applied yet.',
  same: 'The file says what the roster says already. There is nothing to apply.',
  apply: 'Apply all of this',
  other: 'Import another file',
  applied: 'This roster was applied.',
  overtaken:
    'The roster changed after this preview was made, so it can no longer be applied. Import the file again to see what it would change now.',
  interrupted: 'Reading this file was interrupted by a restart. Nothing was applied. Please import it again.',
  faulty: 'Nothing can be applied yet',
  joins: 'Join',
  moves: 'Move',
  leaves: 'Leave',
  manyLeave: (leaving: number, today: number) =>
    `${plural(leaving, 'person', 'people')} of ${counted(today)} would leave. Somebody who leaves cannot answer a round that is open any more. Is this the whole roster?`,
  leavingLabel: 'How many people are to leave',
  leavingHint: 'Type the number, so that nobody leaves by mistake.',
  undo: 'Undo this import',
  undoText:
    'For a week this import can be undone. Until then the details it changed, and those of the people who left, are kept as they were.',
  changes: 'Other details change',
  roles: 'Roles change',
  made: 'Teams made',
  emptied: 'Teams left empty',
  more: (n: number) => `and ${counted(n)} more`,
  renames: 'Teams that look renamed',
  renamesText:
    'Most of the people of these teams move together. Ticked, the team is kept under its new name: its trends go on and the old path still finds it.',
  rename: (from: string, to: string) => `${from} is now ${to}`,
  show: 'Show them',
}
