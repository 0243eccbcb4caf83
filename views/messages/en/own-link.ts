export const ownLink = {
  title: 'Your own link',
  lead: 'Everybody who is asked answers by a link of their own. It comes by mail; here it can be sent again.',
  email: 'Mail address',
  submit: 'Send me my link',
  same: 'It is the same link as before, whether you have answered or not. Nobody is told that you asked.',
  sent: 'Look in your mail',
  sentText: (email: string) =>
    `If a round is open and ${email} is invited to it, the invitation is on its way again.`,
  sentHint:
    'Nothing there? Check the address and the spam folder, then ask again, at most five times in an hour. People who are in no team are not invited.',
  again: 'Ask again',
}
