import { plural } from './wording.ts'

/** Of a status, by its first digit. */
const statuses: Record<string, string> = {
  '3': 'It sent us elsewhere in a way that is not followed.',
  '4': 'It refused the message: the address may be wrong or no longer valid.',
  '5': 'It has a fault of its own, or is down.',
}

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
  channel: {
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
  },
  states: {
    waiting: 'Waiting',
    sent: 'Taken',
    retrying: (reason: string, at: string) => `${reason} Tried again on ${at}.`,
    'given up': (reason: string) => `${reason} Not tried any more.`,
  },
  reasons: {
    host: 'Its host is not on the list of allowed hosts.',
    insecure: 'The address has no https, and its host is not of your own network.',
    address: 'Its host has an address that is not reached: of this machine, or of a private network.',
    name: 'The name of its host could not be found.',
    unreachable: 'Its host could not be reached.',
    certificate: 'No encrypted connection could be made: look at its certificate.',
    slow: 'It did not answer within ten seconds.',
    reply: 'Its answer could not be read.',
    redirects: 'It sent us elsewhere too often, or nowhere.',
    sealed: 'Its address was sealed with a key that is gone. Remove the channel and add it again.',
    ours: 'The message could not be written. That is a fault of ours.',
    '404': 'There is no such channel there any more (404): remove it and add it with a new address.',
    '410': 'The channel was closed there (410).',
    '429': 'It is told too much at once (429).',
  } as Record<string, string>,
  status: (status: string) => `${statuses[status.charAt(0)] ?? 'It did not take the message.'} (${status})`,
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
  hosts: {
    title: 'Hosts that messages may go to',
    lead: 'Nothing is sent to any other, wherever an address or a redirect leads.',
    none: 'None yet.',
    host: 'Host',
    hostHint:
      'hooks.slack.com for Slack; for the others the part of the address between https:// and the next slash.',
    where: 'Where it may be',
    internal: 'It is in our own network',
    internalHint: 'Only then may it have a private address, or be this machine.',
    public: 'on the internet',
    own: 'in your own network too',
    allow: 'Allow it',
    end: 'End',
    refuse: 'Allow no more',
    refuseLabel: (host: string) => `Allow no more: ${host}`,
  },
  agreement: {
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
  },
  told: {
    opened: {
      title: (organisation: string, round: string) => `${organisation} asks, anonymously: ${round}`,
      closes: (when: string) => `Open until ${when}. It takes about ninety seconds.`,
      own: 'Everybody who is asked has a link of their own by mail. Please do not answer here in chat: nobody could keep that anonymous.',
      fingerprint: (fingerprint: string) =>
        `Fingerprint of this round: ${fingerprint}. If your invitation has another one, do not answer, and say so.`,
      link: 'Ask for a link with your own address',
    },
    closing: {
      title: (organisation: string, round: string, today: boolean) =>
        `${organisation}: ${round} closes ${today ? 'today' : 'tomorrow'}`,
      own: 'If you have answered: thank you. If you have not, your own link is in your mail; whether you answer is yours to decide.',
    },
    results: {
      title: (organisation: string, round: string) => `${organisation}: the results of ${round} are in`,
      text: 'Everybody sees the organisation and their own team, the same as their manager.',
      link: 'See the results',
    },
    signal: {
      title: (team: string) => `${team}: pause and look`,
      text: 'What it rests on, and what could be talked about, is on the team’s page.',
      link: 'See what it rests on',
    },
    digest: {
      title: 'Open actions',
      titleOf: (team: string) => `${team}: open actions`,
      text: 'What you have taken on, and what your team decided, is on one page.',
      action: (text: string, day: string) => `${text} (by ${day})`,
      more: (n: number) => `And ${plural(n, 'other', 'others')}.`,
      link: 'See the actions',
    },
    test: {
      title: (organisation: string) => `A test from ${organisation}`,
      text: 'This channel will be told what was chosen for it. Nobody answers in chat.',
      link: 'Open Safe to Say',
    },
  },
}
