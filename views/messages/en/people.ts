import { counted, listed, plural } from './wording.ts'

export const people = {
  mailChoices: {
    title: 'Mail you get',
    lead: 'Invitations always come, and so does a link to sign in when you ask for one. The rest is yours to choose, and nobody is told what you choose.',
    reminders: {
      title: 'Reminders',
      on: 'You get reminders.',
      off: 'You get no reminders.',
      what: 'There is one in each round, the same to everybody invited whether they have answered or not; and what you have taken on in a retro is called to mind a week before it is due and on the day.',
      refuse: 'Send me no reminders',
      resume: 'Send me reminders',
    },
    results: {
      title: 'What became of a round',
      on: 'You are told what became of a round.',
      off: 'You are not told what became of a round.',
      what: 'Everybody who was invited is, whether they have answered or not: nobody knows who has.',
      refuse: 'Do not tell me',
      resume: 'Tell me',
    },
    digests: {
      title: 'Summaries',
      on: 'You would get summaries.',
      off: 'You would get no summaries.',
      what: 'None is sent so far.',
      refuse: 'Send me no summaries',
      resume: 'Send me summaries',
    },
  },
  teamsPage: {
    title: 'Teams',
    lead: (people: number, teams: number) =>
      `${plural(people, 'person', 'people')} in ${plural(teams, 'team', 'teams')}.`,
    empty: 'There are no teams yet. They come with the roster.',
    import: 'Import a roster',
    people: 'Search people',
    download: 'Download the roster',
    team: 'Team',
    direct: 'In it',
    below: 'With teams below',
    managers: 'Managers',
    vacant: 'nobody now',
  },
  list: {
    title: 'People',
    search: 'Name, address or team',
    found: (n: number, shown: number) =>
      n > shown
        ? `${plural(n, 'person', 'people')} found; the first ${shown} are shown. Narrow the search to see others.`
        : `${plural(n, 'person', 'people')} found.`,
    empty: 'Nobody fits. Try a part of the name or the address.',
    emptyRoster: 'The roster is empty. Import it from a file to begin.',
    add: 'Add one person',
    name: 'Name',
    email: 'Address',
    team: 'Team',
    roles: 'Roles',
  },
  person: {
    addTitle: 'Add one person',
    name: 'Name',
    nameHint: 'Colleagues who are counted together see it before they answer.',
    email: 'Mail address',
    team: 'Team',
    teamHint: 'Choose from the tree. New teams come with a roster file.',
    noTeam: 'No team (administrators only)',
    answers: 'Is invited to answer',
    administrator: 'Administrator',
    administratorHint: 'Runs this installation. Sees no additional results.',
    manages: 'Manages',
    facilitates: 'Facilitates',
    ledHint: 'One team path a line, such as Engineering / Platform. A manager sees a team and all below it.',
    remove: 'Remove from the roster',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText:
      'Name, address, roles and sessions are erased and cannot be brought back, and an open invitation is withdrawn. Results already published stay as they are: nobody can be taken out of them, since nobody can be found in them.',
    removeConfirm: 'Remove for good',
  },
  import: {
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
    interrupted:
      'Reading this file was interrupted by a restart. Nothing was applied. Please import it again.',
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
  },
  undo: {
    link: 'Undo the last import',
    title: 'Undo the last import?',
    lead: (applied: string, until: string) =>
      `It was applied on ${applied} and can be undone until ${until}.`,
    returning: (n: number) => `${plural(n, 'person comes', 'people come')} back, with team and roles.`,
    leaving: (n: number) =>
      `${plural(n, 'person', 'people')} who joined with it ${n === 1 ? 'leaves' : 'leave'}.`,
    changing: (n: number) =>
      `${plural(n, 'person gets', 'people get')} back the name, team and roles they had.`,
    since: (n: number) =>
      `${plural(n, 'person was', 'people were')} changed or removed since and ${n === 1 ? 'stays' : 'stay'} as they are.`,
    teams: 'Teams get their old names; teams that came with it go, unless they are in use by now.',
    rounds:
      'Rounds that are open stay as they are. Who lost an invitation by leaving is asked again in the next round, and who comes back signs in anew.',
    submit: 'Undo the import',
    forget: 'Delete what is kept',
    forgetText:
      'For a week, what earlier imports replaced is kept to be put back: name, address, team and roles of people who left or changed, and nothing of what anybody answered. Deleted now, no earlier import can be undone. Somebody you remove by hand is deleted from it at once.',
  },
  rosterFaults: {
    fileEmpty: () => 'The file is empty.',
    notUtf8: () =>
      'The file is no whole text: it may be damaged or cut off. In a spreadsheet, choose "CSV UTF-8" when saving.',
    spreadsheet: () => 'This is a spreadsheet, not a CSV file. Save it as "CSV UTF-8" first.',
    noPeople: () => 'There is a header, but nobody below it.',
    emailColumnMissing: () => 'No column for mail addresses was found. Name one "email" in the first line.',
    teamColumnMissing: () => 'No column for teams was found. Name one "team" in the first line.',
    columnTwice: (value: string) => `Two columns mean the same: ${value}. Remove or rename one.`,
    tooManyLines: (value: string) =>
      `The file has more than ${value} lines, which is the most that can be imported.`,
    lineTooLong: () => 'This line is far too long; a quotation mark may be missing before it.',
    quoteUnclosed: () => 'A quotation mark opens in this line and is never closed.',
    quoteMisplaced: () =>
      'A quotation mark stands in the middle of a field. Double it, or put the whole field in quotation marks.',
    nulByte: () => 'The line holds a NUL byte; the file may be damaged.',
    columnCount: (value: string) =>
      `The line has ${value.split('/')[0]} columns where the header has ${value.split('/')[1]}. Is a comma missing, or not in quotation marks?`,
    emailInvalid: (value: string) =>
      value ? `"${value}" is not a whole mail address.` : 'The mail address is missing.',
    emailTooLong: () => 'The mail address is longer than 254 characters.',
    emailTwice: (value: string) => `This mail address stands in line ${value} already.`,
    nameTooLong: () => 'The name is longer than 120 characters.',
    teamEmpty: () => 'The team is missing.',
    teamNameTooLong: (value: string) => `A team's name is longer than 80 characters: ${value}`,
    teamTooDeep: (value: string) => `The team path has more than 12 levels: ${value}`,
    teamWithinItself: (value: string) => `A team would lie within itself: ${value}`,
    teamUnknown: (value: string) => `The team "${value}" to be led is nobody's team in this file.`,
    roleUnknown: (value: string) => `"${value}" is no role. Use member, manager, facilitator or admin.`,
    answersUnknown: (value: string) => `"${value}" is neither yes nor no.`,
    noAdministrator: () => 'Nobody would be left as administrator. Give at least one person the role admin.',
  },
  roles: { administrator: 'administrator', manager: 'manager', facilitator: 'facilitator', member: 'member' },
}
