export const subjects = [
  'configuration',
  'disk',
  'database',
  'keys',
  'clock',
  'mail',
  'proxy',
  'connectors',
] as const
export type Subject = (typeof subjects)[number]

/** Whatever may be found, and what its sentence quotes. */
export interface Said {
  configured: { url: string }
  urlInsecure: { url: string }
  development: object
  nodeOld: { version: string }
  directoryMissing: { directory: string }
  directoryNotOurs: { directory: string }
  directoryOpen: { directory: string; mode: string }
  diskRoom: { directory: string; megabytes: number }
  diskLow: { directory: string; megabytes: number }
  diskShared: { directory: string }
  databaseWell: { version: string; schema: string }
  databaseMissing: { file: string }
  databaseAway: { reason: string }
  schemaOlder: { schema: string }
  schemaNewer: object
  databaseReadOnly: object
  settingUnsafe: { setting: string; value: string; wanted: string }
  notSetUp: object
  keysWell: { directory: string; rounds: number }
  secretsMissing: { directory: string }
  keyFilesOpen: { files: number; directory: string }
  roundKeysMissing: { round: string; directory: string }
  keysLeftOver: { rounds: number }
  clockWell: { now: string }
  clockBehind: { now: string }
  clockApart: { seconds: number }
  mailWell: { host: string; from: string }
  mailFiles: { directory: string }
  mailRefused: { host: string; code: string; words: string }
  mailFromHere: { from: string }
  serverSilent: { url: string; reason: string }
  serverElsewhere: { url: string }
  proxyNone: { url: string }
  proxyWell: { address: string }
  proxyWithin: { address: string; own: string }
  proxyUntrusted: { address: string }
  proxyForged: object
  proxySilent: { address: string }
  schemeLost: { scheme: string; url: string }
  connectorsNone: object
  connectorWell: { source: string; at: string }
  connectorFailing: { source: string; since: string; reason: string }
  connectorSealed: { source: string }
  connectorSilent: { source: string; at: string }
}

export type Finding = { [Key in keyof Said]: { says: Key; isWrong: boolean; detail: Said[Key] } }[keyof Said]

export const well = <Key extends keyof Said>(says: Key, detail: Said[Key]): Finding =>
  ({ says, isWrong: false, detail }) as Finding

export const wrong = <Key extends keyof Said>(says: Key, detail: Said[Key]): Finding =>
  ({ says, isWrong: true, detail }) as Finding

/** What is wrong; or what is well, where nothing is. */
export const orWell = (found: Finding[], otherwise: Finding): Finding[] =>
  found.some(({ isWrong }) => isWrong) ? found : [...found, otherwise]
