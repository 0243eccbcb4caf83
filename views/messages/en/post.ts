import { plural } from './wording.ts'

export const post = {
  page: {
    title: 'Mail',
    lead: 'Letters on their way. What has been sent leaves no trace here, so nothing on this page tells who was written to.',
    empty: 'Nothing is waiting.',
    waiting: (n: number) => `${plural(n, 'letter', 'letters')} waiting to be sent.`,
    failing: 'Not taken so far',
    failure: 'Reason',
    letters: 'Letters',
    retry: 'Try these again now',
    try: 'Send me a test mail',
    tryLead: 'It goes to your own address at once, and you are told what the mail server said.',
    taken: (address: string) =>
      `The mail server took a letter to ${address}. Look in your mail, and in its spam folder.`,
    written: (address: string) => `A letter to ${address} was written as a file.`,
    refusedTitle: (address: string) => `The letter to ${address} did not go`,
    said: (words: string) => `The mail server said: ${words}`,
    refusedWhere: 'Which addresses were refused stands on the page of their round.',
    rounds: 'To the rounds',
    toFiles: (directory: string) =>
      `No mail server is set (SMTP_URL), so every letter is written as a file to ${directory}.`,
    reasons: {
      nowhere: 'Nothing is ever sent to addresses under .invalid, which a sample company has.',
      LATER: 'The mail server asked to try again later.',
      EENVELOPE: 'The mail server refused the address.',
      EMESSAGE: 'The mail server refused the letter.',
      ECONNECTION: 'The mail server could not be reached.',
      ESOCKET: 'The connection to the mail server broke.',
      ETIMEDOUT: 'The mail server did not answer in time.',
      EDNS: 'The name of the mail server could not be found.',
      EAUTH: 'The mail server refused the user name or password in SMTP_URL.',
      ETLS: 'No encrypted connection to the mail server could be made.',
      EPROTOCOL: 'The mail server answered in an unexpected way.',
    } as Record<string, string>,
    otherReason: (code: string) => `It failed (${code}).`,
  },
  /** Whose mail it is, as a list of mails shows. */
  from: (organisation: string) => `${organisation} · Safe to Say`,
  /** In the preview of an invitation. */
  example: { round: 'An example', team: 'Your team' },
  trial: {
    subject: (organisation: string) => `A test mail (${organisation})`,
    text: 'Mail from Safe to Say arrives. Invitations look like this one: the same sender, name and logo.',
  },
  signIn: {
    subject: (organisation: string) => `Sign in to Safe to Say (${organisation})`,
    lead: (minutes: number) => `Here is your sign-in link. It works once, within ${minutes} minutes.`,
    button: 'Sign in',
    ignore: 'If you did not ask for it, ignore this mail: nobody is signed in by it.',
  },
  results: {
    subject: (team: string, round: string) => `${team}: the results of ${round} are in`,
    subjectNothing: (organisation: string, round: string) => `${organisation}: no results of ${round}`,
    lead: (team: string, round: string) => `The results of ${round} are in. ${team}, in short:`,
    only: (round: string) => `The results of ${round} are in.`,
    nothing: (round: string, threshold: number) =>
      `Fewer than ${threshold} people answered in ${round}, so nothing is shown, to protect those who did. What was sent is destroyed.`,
    decided: 'What the team decided, and is at:',
    action: (text: string, owner: string | null, due: string) =>
      owner ? `${text} (${owner}, by ${due})` : `${text} (by ${due})`,
    button: 'Look at the results',
    kit: 'The kit for the next retro',
    same: 'Everybody who was asked gets this mail, whether they answered or not.',
  },
  calendar: {
    skipped: {
      subject: (organisation: string, month: string) => `${organisation}: no questions in ${month}`,
      text: (month: string) => `There is no round in ${month}.`,
    },
    paused: {
      subject: (organisation: string) => `${organisation}: no questions for a while`,
      text: 'There are no rounds for a while. You are mailed when they go on.',
    },
  },
  invitation: {
    subject: (organisation: string, round: string) => `${organisation} asks, anonymously: ${round}`,
    greeting: (name: string | null) => (name ? `Hello ${name},` : 'Hello,'),
    lead: (organisation: string, round: string) =>
      `${organisation} would like to know how AI tools and the work are going for you (${round}).`,
    effort: 'It takes about ninety seconds, without an account.',
    button: 'Answer',
    whoTitle: 'Who sees what',
    who: (unit: string, size: number) =>
      `Your answers are counted together with everybody in ${unit}: ${size} people are invited there, you among them.`,
    pooled: (teams: string) =>
      `It is made of ${teams}, because a small group could not stay anonymous by itself.`,
    threshold: (k: number) =>
      `Nothing is ever shown for fewer than ${k} people, and nothing before the round has closed.`,
    same: 'You will see the same results of your team that your manager sees.',
    personal: 'This link is yours alone. Please do not pass it on.',
    closes: (when: string) => `Open until ${when}.`,
    fingerprint:
      'For the curious: compare the fingerprint of this round with a colleague. Everybody has the same.',
  },
  reminder: {
    subject: (organisation: string, round: string) => `${organisation}: ${round} is still open`,
    thanks:
      'If you have answered: thank you, there is nothing left to do. Everybody gets this mail, so that no mail tells who has answered.',
    lead: (round: string, closes: string) =>
      `If you have not: ${round} is open until ${closes}, and takes about ninety seconds. Whether you answer is yours to decide.`,
    only: 'It is the only reminder of this round.',
  },
  actionReminder: {
    subject: (action: string, when: string) => `${action} (${when})`,
    lead: (team: string) => `${team} decided something, and you said you would see to it:`,
    due: (when: string) => `It is ${when}.`,
    today: 'due today',
    on: (day: string) => `due on ${day}`,
    since: (day: string) => `due since ${day}`,
    button: 'See it',
    after:
      'When it is done, say so there: the next round then asks the team, anonymously, whether it helped. There is one reminder a week before the day and one on it, and no more.',
  },
  noMore: 'No such mails any more',
  cancellation: {
    subject: (organisation: string, round: string) => `${organisation}: ${round} was cancelled`,
    text: (round: string) =>
      `${round} was cancelled. Whatever had been answered is destroyed together with the key that could have opened it; nothing will be published. Your link no longer works.`,
  },
}
