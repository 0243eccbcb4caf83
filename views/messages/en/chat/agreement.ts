export const agreement = {
  title: (team: string, channel: string) => `${team}, told in ${channel}`,
  lead: (kind: string, host: string) =>
    `An administrator set this channel up (${kind}, at ${host}). Everybody who reads it there reads what is sent, whether they are in the team or not.`,
  events: 'What of the team would be sent',
  detail: {
    signal: 'Signals: which rule holds, and a link. No figure.',
    digest: 'Open actions, on Mondays: what will be done and by when, without names.',
  } as Record<string, string>,
  on: 'It is sent, as somebody who leads the team agreed.',
  off: 'It is not sent until somebody who leads the team agrees.',
  agree: 'Send it there',
  stop: 'Send it no more',
}
