export const join = {
  title: 'Join a board',
  lead: 'You need no account. Nobody can see who you are: a card stores neither a name nor a time, and who has joined is not kept.',
  code: 'Code',
  codeHint: 'Eight letters and digits, from the screen in the room.',
  submit: 'Join',
  at: 'Join at',
  with: 'with the code',
  qr: (code: string) => `QR code: a link that joins this board, the same as the code ${code}`,
  show: 'How to join',
}
