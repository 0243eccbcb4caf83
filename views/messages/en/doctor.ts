import { reasons } from './figures/connector-reasons.ts'
import { counted, plural } from './wording.ts'

const subjects = {
  configuration: 'Configuration',
  disk: 'Disk',
  database: 'Database',
  keys: 'Keys',
  clock: 'Clock',
  mail: 'Mail',
  proxy: 'Proxy',
  connectors: 'Connected sources',
}

/** What is there and where; where it is wrong, what to do as well. */
const sentences = {
  configured: ({ url }: { url: string }) => `Every setting is understood; people reach it at ${url}.`,
  urlInsecure: ({ url }: { url: string }) =>
    `PUBLIC_URL ${url} is neither https nor localhost, so browsers let nobody answer there. Put a proxy with https in front and set PUBLIC_URL to its address.`,
  development: () => 'NODE_ENV is development on a public address. Leave it out.',
  nodeOld: ({ version }: { version: string }) =>
    `This is Node ${version}, older than any it is tested with. Install Node 20.19 or later.`,
  directoryMissing: ({ directory }: { directory: string }) =>
    `The directory ${directory} is not there. The first start makes it; if there was one, look at how it is spelt and whether its disk is mounted.`,
  directoryNotOurs: ({ directory }: { directory: string }) =>
    `This account may not read and write in ${directory}. Run this as the account that runs the server, or give it the directory.`,
  directoryOpen: ({ directory, mode }: { directory: string; mode: string }) =>
    `Other accounts can look into ${directory} (mode ${mode}). Close it: chmod 700 ${directory}`,
  diskRoom: ({ directory, megabytes }: { directory: string; megabytes: number }) =>
    `${counted(megabytes)} MB are left for ${directory}.`,
  diskLow: ({ directory, megabytes }: { directory: string; megabytes: number }) =>
    `Only ${counted(megabytes)} MB are left for ${directory}. Free some: closing a round and a backup need up to 512 MB.`,
  diskShared: ({ directory }: { directory: string }) =>
    `${directory} lies on a disk shared over a network, where SQLite loses data. Move it to a disk of this machine, or set DATABASE_URL to PostgreSQL.`,
  databaseWell: ({ version, schema }: { version: string; schema: string }) =>
    `${version}, with the tables of this version (${schema}).`,
  databaseMissing: ({ file }: { file: string }) =>
    `There is no database that can be read at ${file}. The first start makes it; if there was one, look at DATA_DIR.`,
  databaseAway: ({ reason }: { reason: string }) =>
    `The database in DATABASE_URL does not answer (${reason}). Start it, or look at the address, the name and the password.`,
  schemaOlder: ({ schema }: { schema: string }) =>
    `Its tables are of an older version. Make a backup, then start the server: it brings them up to ${schema}.`,
  schemaNewer: () =>
    'It was made by a newer version of Safe to Say. Run that version, or restore a backup made by this one.',
  databaseReadOnly: () =>
    'It can be read and not written to. Look at the rights of the file, or whether this PostgreSQL is a standby.',
  settingUnsafe: ({ setting, value, wanted }: { setting: string; value: string; wanted: string }) =>
    `Its setting ${setting} is ${value}: after a power failure, answers that were acknowledged may be gone. Set it to ${wanted}.`,
  notSetUp: () => 'Nobody has set it up yet: open the set-up link that the server prints when it starts.',
  keysWell: ({ directory, rounds }: { directory: string; rounds: number }) =>
    `${directory} is this account’s alone, with every key of ${plural(rounds, 'open round', 'open rounds')}.`,
  secretsMissing: ({ directory }: { directory: string }) =>
    `${directory} holds no secret of this installation. If it has run before, KEY_DIR is mistaken or its disk is not mounted; otherwise the first start makes it.`,
  keyFilesOpen: ({ files, directory }: { files: number; directory: string }) =>
    `${plural(files, 'key', 'keys')} can be read by other accounts. Close them: chmod -R go= ${directory}`,
  roundKeysMissing: ({ round, directory }: { round: string; directory: string }) =>
    `Keys of the round ${round} are missing in ${directory}. Bring the directory back before the round ends; without them it cannot be closed, only cancelled.`,
  keysLeftOver: ({ rounds }: { rounds: number }) =>
    `Keys of ${plural(rounds, 'round that is over', 'rounds that are over')} are still there. The running server destroys them within a minute: start it, and look again.`,
  clockWell: ({ now }: { now: string }) => `It is ${now}, after everything that was written down here.`,
  clockBehind: ({ now }: { now: string }) =>
    `It says ${now}, which is before this version was made or before something that was written down here. Set it, and keep it right with NTP: rounds open and close by it.`,
  clockApart: ({ seconds }: { seconds: number }) =>
    `The database’s clock is ${plural(Math.abs(seconds), 'second', 'seconds')} ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s. Keep both right with NTP.`,
  mailWell: ({ host, from }: { host: string; from: string }) =>
    `${host} takes mail from here; it comes from ${from}. Whether it arrives shows under Manage, Mail, with a test mail.`,
  mailFiles: ({ directory }: { directory: string }) =>
    `No SMTP_URL is set: every mail becomes a file in ${directory}, and nobody gets any. Set it before you invite people.`,
  mailRefused: ({ host, code, words }: { host: string; code: string; words: string }) =>
    `${host} takes no mail from here (${[code, words].filter(Boolean).join(': ')}). Look at SMTP_URL: name, port, password, and smtps:// for port 465.`,
  mailFromHere: ({ from }: { from: string }) =>
    `Mail would come from ${from}, which other servers refuse. Set MAIL_FROM to an address of your own.`,
  serverSilent: ({ url, reason }: { url: string; reason: string }) =>
    `Nothing answers at ${url} (${reason}). Start the server; if it runs, look at the proxy, the name and the certificate.`,
  serverElsewhere: ({ url }: { url: string }) =>
    `What answers at ${url} is not this server, or one with another KEY_DIR or of another version. Look at PUBLIC_URL and at where the proxy leads.`,
  proxyNone: ({ url }: { url: string }) => `The server answers at ${url}, with no proxy between.`,
  proxyWell: ({ address }: { address: string }) =>
    `The proxy at ${address} is believed, and says rightly who asks and over https or not.`,
  proxyWithin: ({ address, own }: { address: string; own: string }) =>
    `The proxy at ${address} is believed, and says who asks. So is ${own}, which this was asked from: let TRUST_PROXY name the proxy and as few machines besides as you can.`,
  proxyUntrusted: ({ address }: { address: string }) =>
    `The proxy at ${address} says who asks and is not believed, so that everybody shares one limit of sign-ins. Set TRUST_PROXY to ${address}.`,
  proxyForged: () =>
    'Anybody can claim to come from any address: what a visitor says in X-Forwarded-For is believed. Let the proxy set that header itself, let nobody past the proxy, and set TRUST_PROXY to its address alone.',
  proxySilent: ({ address }: { address: string }) =>
    `What connects from ${address} does not say who asks. Let the proxy add X-Forwarded-For; if there is none, set TRUST_PROXY to off.`,
  schemeLost: ({ scheme, url }: { scheme: string; url: string }) =>
    `People come to ${url}, and the proxy says it was ${scheme}: cookies go without Secure. Let it set X-Forwarded-Proto.`,
  connectorsNone: () => 'None is set up.',
  connectorWell: ({ source, at }: { source: string; at: string }) =>
    `${source} was asked last at ${at}, and answered.`,
  connectorFailing: ({ source, since, reason }: { source: string; since: string; reason: string }) =>
    `${source} has brought nothing since ${since}. ${reasons(reason, {})}`,
  connectorSealed: ({ source }: { source: string }) =>
    `The token of ${source} cannot be opened with the keys that are here. Bring KEY_DIR back, or enter the token again under Figures, Connected sources.`,
  connectorSilent: ({ source, at }: { source: string; at: string }) =>
    `${source} was asked last at ${at}, more than two nights ago. Look whether the server runs and what its log says of the job "figures".`,
}

/** What `npm run doctor` says. */
export const doctor = {
  subjects,
  sentences,
  line: (subject: string, isWrong: boolean, sentence: string) =>
    `${isWrong ? 'WRONG' : 'ok   '}  ${subject}: ${sentence}`,
  verdict: (wrong: number) =>
    wrong === 0 ? 'Nothing is wrong.' : `${plural(wrong, 'thing is', 'things are')} wrong.`,
}
