import { counted, plural } from '../wording.ts'

export const delivery = {
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
}
