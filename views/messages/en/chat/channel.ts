export const channel = {
  at: (kind: string, host: string) => `${kind}, at ${host}`,
  waitsForTeam:
    'Signals and actions are the team’s own: they are sent once somebody who manages or facilitates it agrees. Pass them the address of',
  agreementPage: 'the page where they do',
  agreed: 'The team’s signals and actions are sent, as somebody who leads it agreed.',
  test: 'Send a test',
  testLabel: (name: string) => `Send a test to ${name}`,
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  latest: (name: string) => `What ${name} was told lately`,
  what: 'What',
  when: 'When',
  became: 'What became of it',
  onceMore: 'Once more',
  again: 'Send again',
  againLabel: (event: string, name: string) => `Send again to ${name}: ${event}`,
}
