import { channel } from './chat/channel.ts'
import { outcome } from './chat/outcome.ts'
import { hosts } from './chat/hosts.ts'
import { agreement } from './chat/agreement.ts'
import { told } from './chat/told.ts'

export const chat = {
  title: 'Chat',
  lead: 'Channels that are told when a round opens, when results are in, and what is still open. Nobody answers in chat, since the service would know who did; no figure is sent there.',
  none: 'No channel is told anything yet. Allow the host of your service, then add a channel.',
  organisation: 'The whole organisation',
  kinds: {
    slack: 'Slack or Mattermost',
    teams: 'Microsoft Teams',
    webhook: 'Webhook, signed',
  },
  events: {
    opened: 'A round has opened',
    closing: 'A round closes tomorrow',
    results: 'Results are in',
    signal: 'A signal of the team: pause and look',
    digest: 'Open actions, on Mondays',
    test: 'A test',
  },
  channel,
  ...outcome,
  add: {
    title: 'Add a channel',
    kind: 'Service',
    name: 'Name',
    nameHint: 'So that you know it again, such as #engineering.',
    address: 'Address',
    addressHint:
      'The webhook address that the service gives you. It is as good as a password: it is kept sealed and never shown again.',
    team: 'For',
    events: 'What it is told',
    submit: 'Add the channel',
  },
  removal: {
    title: (name: string) => `Remove ${name}?`,
    lead: 'Nothing more is sent there. Its address is deleted, with all that waits for it; to add it again the address has to be pasted again.',
    submit: 'Remove the channel',
  },
  made: 'The secret that signs this webhook',
  madeText:
    'Copy it to the receiver now: it is shown this once. Messages are signed as Standard Webhooks describe.',
  hosts,
  agreement,
  told,
}
