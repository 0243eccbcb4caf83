export const hosts = {
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
}
