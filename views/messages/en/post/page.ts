import { plural } from '../wording.ts'

export const page = {
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
}
