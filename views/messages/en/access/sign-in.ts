export const signIn = {
  title: 'Sign in',
  lead: 'No passwords: we send you a link that works once.',
  email: 'Mail address',
  submit: 'Send me a link',
  answering: 'To answer you need no sign-in: open the link in your invitation.',
  ownLink: 'Have it sent again',
  sent: 'Look in your mail',
  sentText: (email: string, minutes: number) =>
    `If ${email} is in the roster, a link is on its way. It works once, within ${minutes} minutes.`,
  sentHint:
    'Nothing there? Check the address and the spam folder, then ask again. An address is sent at most five links in an hour, no matter who asks; each of them works. If mail is down, an administrator can make you a link.',
  again: 'Ask again',
  confirm: 'Sign in to Safe to Say',
  confirmText: 'This link works once. Press the button to use it.',
  confirmSubmit: 'Sign in now',
  spent: 'This link does not sign you in',
  spentText: (minutes: number) =>
    `It was used already, is older than ${minutes} minutes, or is not whole. Type your mail address: if it is in the roster, a new one is sent.`,
}
