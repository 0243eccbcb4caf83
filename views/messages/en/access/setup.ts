export const setup = {
  title: 'Set up Safe to Say',
  lead: 'Name your organisation and become its first administrator. You can change all of this later.',
  token: 'Set-up token',
  tokenHint:
    'The server printed a link when it started, and prints another after a sample company was removed. Opened whole, it fills this in; otherwise paste what stands behind the # in it.',
  organisation: 'Organisation',
  organisationHint: 'As your colleagues call it. It stands on every page and in every invitation.',
  timeZone: 'Time zone',
  timeZoneHint: 'Dates and times are shown in it, by name.',
  name: 'Your name',
  email: 'Your work mail address',
  emailHint: 'There are no passwords: you sign in with links sent to this address.',
  submit: 'Set up',
}
