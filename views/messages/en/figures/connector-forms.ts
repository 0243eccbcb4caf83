/** What a vendor is asked for. */
export interface Wanted {
  lead: string
  organisation: string | null
  address: string
  addressHint: string
  token: string
  tokenHint: string
  teams: string | null
  teamsHint: string
}

const usualAddress = 'Leave it as it is, unless your vendor gave you an address of your own.'

const vendors: Record<'copilot' | 'cursor' | 'claude-code' | 'github' | 'devlake', Wanted> = {
  copilot: {
    lead: 'People are found by their team: a GitHub team that is called like one of yours. Everybody who is in none is counted as left out.',
    organisation: 'Organisation on GitHub',
    address: 'Address of its interface',
    addressHint: usualAddress,
    token: 'Token',
    tokenHint:
      'A fine-grained token of the organisation with “Organization Copilot metrics: read” and nothing else; or a classic one with read:org and nothing else.',
    teams: null,
    teamsHint: '',
  },
  cursor: {
    lead: 'People are found by their mail address.',
    organisation: null,
    address: 'Address of its interface',
    addressHint: usualAddress,
    token: 'Key of the admin interface',
    tokenHint: 'An administrator of the team makes it in Cursor’s dashboard.',
    teams: null,
    teamsHint: '',
  },
  'claude-code': {
    lead: 'People are found by their mail address. This is for organisations of the Claude Console; Claude Enterprise has an interface of its own, which cannot be connected yet.',
    organisation: null,
    address: 'Address of its interface',
    addressHint: usualAddress,
    token: 'Admin key',
    tokenHint:
      'It begins with sk-ant-admin. There is none that may only read: it can also manage members and keys, so make one for this alone.',
    teams: null,
    teamsHint: '',
  },
  github: {
    lead: 'What is fetched are times of merged pull requests, their first reviews and deployments to production. Whose they are is not asked for.',
    organisation: null,
    address: 'Address of its interface',
    addressHint: usualAddress,
    token: 'Token',
    tokenHint:
      'A fine-grained token for these repositories with “Pull requests: read”, “Contents: read”, “Deployments: read” and nothing else.',
    teams: 'Repositories and their teams',
    teamsHint:
      'A line each, such as acme/payments = Engineering / Payments. A team may have several; a repository belongs to one.',
  },
  devlake: {
    lead: 'Three fixed questions are asked, about projects and months. What DevLake holds of persons is never read.',
    organisation: null,
    address: 'Address of its database',
    addressHint:
      'Such as postgres://reader@lake.example.com:5432/lake, or mysql://reader@lake.example.com:3306/lake, without the password. Its host has to be allowed first, with the port.',
    token: 'Password',
    tokenHint: 'Of a role that may read and nothing else.',
    teams: 'Projects and their teams',
    teamsHint:
      'A line each, such as payments = Engineering / Payments. A team may have several; a project belongs to one.',
  },
}

export const forms = {
  title: (source: string) => `Connect ${source}`,
  vendors,
  kept: 'Leave it empty to keep the one there is.',
  sealed: 'It is kept sealed and never shown again.',
  hosts: 'Hosts of your own are allowed under',
  hostsPage: 'Chat',
  submit: 'Connect',
  save: 'Save',
}
