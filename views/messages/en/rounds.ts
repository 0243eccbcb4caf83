import { counted, listed, plural } from './wording.ts'

export const rounds = {
  states: {
    scheduled: 'planned',
    opening: 'being opened',
    open: 'open',
    closing: 'being closed',
    'keys to destroy': 'being closed',
    closed: 'closed',
    cancelled: 'cancelled',
    unclosable: 'cannot be closed',
  },
  cuts: {
    unit: 'by team (or pooled teams)',
    area: 'by area (at least 20 invited)',
    organisation: 'whole organisation',
    experience: 'by experience',
  },
  kinds: {
    scale: 'five levels',
    grid: 'help and hurt by kind of work',
    remark: 'remark',
    attribute: 'declared attribute',
  },
  list: {
    title: 'Rounds',
    add: 'Plan a round',
    empty:
      'No round has been planned yet. Plan the first one: you see who would be counted with whom before anybody is invited.',
    name: 'Round',
    opens: 'Opens',
    /** After when it opens. */
    closes: 'closes',
    state: 'State',
  },
  form: {
    newTitle: 'Plan a round',
    editTitle: 'Change the plan',
    lead: 'Nothing is sent before the opening. On the next page you see which teams are shown by themselves, and which are pooled.',
    name: 'Name',
    month: 'Month',
    monthHint: 'The month it stands for in trends, such as 2026-11.',
    opens: 'Opens',
    opensHint: (zone: string) => `In ${zone}. It opens by itself then, unless you open it before.`,
    closes: 'Closes',
    closesHint: (zone: string) => `In ${zone}. Once the round is open this cannot change.`,
    reminds: 'Reminder',
    remindsAgain: 'A second reminder',
    remindsHint:
      'One mail to everybody invited, the same to all, with thanks to those who have answered. Empty: none.',
    threshold: 'Threshold',
    thresholdHint: 'Nothing is shown for fewer people than this. At least 5.',
    questions: 'Questions',
    questionsHint: 'Each question is shown by one kind of group in a round, and by no other ever.',
    cut: 'Shown by',
    who: 'Who is asked',
    whoHint: 'Without a choice, everybody who answers.',
    whoTyped: 'One team path a line, such as Engineering / Platform; all teams below are asked as well.',
    submit: 'Save the plan',
    summary: (questions: number, seconds: number) =>
      `${plural(questions, 'question', 'questions')}, about ${seconds} seconds`,
    shownBy: (cuts: string[]) => `shown ${listed(cuts)}`,
    someTeams: 'some teams',
    sentence: (parts: string[]) => {
      const said = parts.join('; ')
      return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
    },
    change: 'Change what is asked, of whom and how',
  },
  open: {
    title: (round: string) => `Open ${round} now?`,
    mails: (n: number, who: string | null) =>
      who
        ? `${plural(n, 'person', 'people')} of ${who} will each get a mail with a link of their own.`
        : `Everybody who answers will get a mail with a link of their own: ${plural(n, 'person', 'people')}.`,
    closes: 'It is open until',
    units: (n: number) =>
      `The answers are shown by ${plural(n, 'team or pooled team', 'teams and pooled teams')}.`,
    frozen:
      'From then on people, questions and dates stay as they are. Mail that was sent cannot be taken back.',
    confirm: 'Open it and send the mails',
  },
  page: {
    facts: 'In short',
    month: 'Month',
    opens: 'Opens',
    opened: 'Opened',
    reminds: 'Reminder',
    remindsNobody: 'none',
    closes: 'Closes',
    threshold: 'Threshold',
    thresholdText: (k: number) => `nothing for fewer than ${k} people`,
    invited: 'Invited',
    units: 'Teams and pooled teams',
    questions: 'Questions',
    fingerprint: 'Fingerprint',
    fingerprintHint:
      'Announce it where everybody can read it. A respondent who is shown another one should not answer.',
    manifest: 'Manifest',
    asked: 'Asked',
    preview: 'Who would be counted with whom',
    previewText: (needed: number) =>
      `A team stands alone from ${needed} people invited; smaller ones are pooled with their neighbours, by size and nothing else.`,
    tooSmall: (invited: number, needed: number) =>
      `This round cannot open: it would invite ${plural(invited, 'person', 'people')}, and with its threshold it needs at least ${needed}. Ask more teams, or check who in the roster answers.`,
    unit: 'Team (or pooled teams)',
    teams: 'Teams in it',
    size: 'People',
    pooled: 'pooled',
    open: 'Open now and invite',
    openHint: (n: number) => `${plural(n, 'person', 'people')} would get a mail.`,
    edit: 'Change the plan',
    cancel: 'Cancel the round',
    close: 'Close now',
    opening: 'Opening the round',
    keys: (done: string) => `Keys made: ${done}`,
    invitations: (done: string) => `Invitations written: ${done}`,
    copiedKeys:
      'The private keys of this round lie in KEY_DIR until it closes. Copies of that directory can undo the promise: do not make any, or destroy them after the close.',
  },
  delivery: {
    title: 'Mail',
    sent: (sent: number, written: number) =>
      sent === written
        ? `All ${plural(written, 'invitation is', 'invitations are')} out.`
        : `${counted(sent)} of ${plural(written, 'invitation is', 'invitations are')} out.`,
    waiting: (n: number) => `${plural(n, 'letter is', 'letters are')} still to be sent.`,
    reminded: 'Everybody who wants reminders was sent one, whether or not they have answered.',
    refused: (n: number) => `The mail server refused ${plural(n, 'letter', 'letters')}`,
    refusedText:
      'Correct the address, and the invitation is sent to the new one. Until then the letter is tried again for most of a day.',
    address: 'Address',
    letter: 'Letter',
    kinds: { invitation: 'Invitation', reminder: 'Reminder' },
    reason: 'Reason',
    more: (n: number) => `And ${counted(n)} more.`,
    turnout:
      'How many have answered is shown to nobody before the close: a number that moves just after somebody was seen answering would tell that they have. For the same reason a reminder goes to everybody alike.',
    bounced: 'What a mail server takes and sends back later comes to the address that mail is sent from.',
  },
  cancel: {
    title: (name: string) => `Cancel ${name}?`,
    planned: 'It has not been opened, so nobody has been invited. The plan is removed.',
    open: 'Everything answered so far is destroyed together with the keys, and nothing will be published. The people invited get a mail that says so. This cannot be undone.',
    confirm: 'Cancel the round for good',
  },
  close: {
    title: (name: string) => `Close ${name} now?`,
    text: 'The answers are opened, counted and published; then the keys are destroyed. People who have not answered by then cannot any more.',
    byItself: 'Left alone, it closes by itself on',
    confirm: 'Close and publish',
    closing: 'Closing the round',
    opening: 'Answers opened',
  },
  outcome: {
    published: (ballots: number, invited: number) =>
      `The answers of ${counted(ballots)} of ${plural(invited, 'person', 'people')} invited were counted and published. The keys are destroyed.`,
    unpublished: (k: number) =>
      `Fewer than ${k} answered, so nothing is published, not even how many. The keys are destroyed.`,
    results: 'To the results',
  },
  keyFaults: {
    title: 'The keys of this round are not all there',
    text: 'Until they are, the round cannot be closed. Bring the key directory (KEY_DIR) back from where it was last complete.',
    unclosable:
      'This round cannot be closed: its answers can only be opened with keys that are not in KEY_DIR. Bring them back and close it again, or cancel the round.',
    secretMissing: 'The secret of its invitations is missing: no new links can be sent.',
    sealMissing: 'The key that opens its answers is missing.',
    sealWrong: 'The key that opens its answers is not the one the round was opened with.',
    ticketMissing: 'A key that signs tickets is missing: some people cannot answer.',
    ticketWrong: 'A key that signs tickets is not the one the round was opened with.',
  },
  questions: {
    title: 'Questions',
    lead: 'What the next rounds can ask. A round keeps its own copy from its opening on, so nothing you change here touches one under way.',
    add: 'Add a question',
    retired: 'Retired',
    retire: 'Retire',
    restore: 'Use again',
    version: (n: number) => `version ${n}`,
    newTitle: 'Add a question',
    newRemark: 'Add a question answered in words',
    editTitle: 'Change a question',
    editHint:
      'A changed wording or band is a new version: trends join only the same version. A change of what it is shown by, or of its name, is not.',
    id: 'Identifier',
    idHint: 'Small letters, digits and hyphens. It names the question in exports and never changes.',
    question: 'Question',
    hint: 'Help beneath it',
    construct: 'What it measures, and where that comes from',
    name: 'Short name of the good end',
    nameHint:
      'What is said to rise or fall on every page, such as “Hardly stressed”; of an amount, what much of it means. Up to 60 characters.',
    levels: 'The five levels, lowest first',
    level: (n: number) => `Level ${n}`,
    bands: 'How levels are read',
    bandChoices: {
      rising: 'Levels 4 and 5 favourable, 1 and 2 unfavourable',
      falling: 'Levels 1 and 2 favourable, 4 and 5 unfavourable',
      level: 'Low, middle, high: neither good nor bad',
    },
    cut: 'Shown by',
    cutHint: 'The groups its answers are shown by. A round can choose another before it opens.',
    rows: 'Kinds of work',
    options: 'Options',
  },
}
