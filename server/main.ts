import { newSetupToken } from './access/access.ts'
import { buildApp, setupLine } from './app.ts'
import { systemClock } from './clock.ts'
import { ConfigFaults, isSecureOrigin, readConfig, type Config } from './config.ts'
import type { Context } from './context.ts'
import { startJobs } from './jobs.ts'
import { JobRuns } from './every-minute.ts'
import { openKeys } from './keys.ts'
import { openLog, type Log } from './log.ts'
import { openPost } from './post/post.ts'
import { organisationOf } from './settings/settings.ts'
import { version } from './operating/operating.ts'
import { roundsWithKeyFaults } from './rounds/rounds.ts'
import { holdAlone, openStore, StoreUnusable } from './storage/index.ts'

class CannotListen extends Error {}

/** What is being sent may take so long after SIGTERM, and everything at most so long, in milliseconds. */
const grace = { requests: 8000, all: 9500 }

const say = (line: string) => console.log(line)

try {
  await start(readConfig(process.env))
} catch (error) {
  const expected =
    error instanceof ConfigFaults || error instanceof StoreUnusable || error instanceof CannotListen
  console.error(expected ? error.message : error)
  process.exit(1)
}

async function start(config: Config) {
  const release = config.DATABASE_URL ? () => {} : holdAlone(config.DATA_DIR)
  const store = await openStore(config)
  const keys = openKeys(config.KEY_DIR)
  const post = openPost(config)
  const log = openLog(config.LOG_LEVEL)
  const context: Context = { config, store, keys, clock: systemClock, post, log, wake: () => {} }
  sayLastWords(log)

  const organisation = await organisationOf(store.read)
  // A sample company that was never finished can only be removed, and that takes the token too.
  const setupToken = organisation && organisation.sample !== 'being made' ? null : newSetupToken()
  const runs = new JobRuns()
  const app = await buildApp(context, { setupToken, jobs: runs })
  await app.listen({ port: config.PORT, host: config.HOST }).catch((error: NodeJS.ErrnoException) => {
    throw new CannotListen(whyNotListening(error, config))
  })
  const jobs = startJobs(context, runs)
  context.wake = jobs.wake
  log.info('The server has started', { version })

  say(`Safe to Say is at ${config.PUBLIC_URL}`)
  if (setupToken) say(setupLine(config, setupToken))
  if (!config.SMTP_URL) say(`No SMTP_URL is set: mail is written to ${config.DATA_DIR}/outbox.`)
  if (!isSecureOrigin(config.PUBLIC_URL))
    say(
      `PUBLIC_URL ${config.PUBLIC_URL} is neither https nor localhost: browsers will not let anybody answer there.`,
    )
  if (config.PUBLIC_URL.startsWith('https:') && !config.TRUST_PROXY)
    say(
      'PUBLIC_URL is https but TRUST_PROXY is off: set it to your proxy, or session cookies go without Secure.',
    )

  const stop = async () => {
    log.info('The server was asked to stop')
    // A connection kept alive after its last answer would keep the server up for as long.
    app.server.keepAliveTimeout = 1
    setTimeout(() => app.server.closeAllConnections(), grace.requests).unref()
    await app.close()
    await jobs.stop()
    post.close()
    await store.close()
    release()
    log.info('The server has stopped')
  }
  // What is not done by then goes on at the next start, from where it stands.
  const atTheLatest = () => new Promise<void>((resolve) => setTimeout(resolve, grace.all))
  for (const { name } of await roundsWithKeyFaults(context))
    say(
      `The keys of ${name} are not all in ${config.KEY_DIR}: it cannot be closed until they are back. Its page says more.`,
    )

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void Promise.race([stop(), atTheLatest()]).then(() => process.exit(0)))
}

/** What nobody caught ends the process; its message, which may quote what somebody typed, is not told. */
function sayLastWords(log: Log) {
  process.once('uncaughtException', (error) => {
    log.error('The server stopped on a fault of its own', { error })
    process.exit(1)
  })
}

function whyNotListening({ code, message }: NodeJS.ErrnoException, { HOST, PORT }: Config): string {
  if (code === 'EADDRINUSE')
    return `Port ${PORT} on ${HOST} is in use. Stop what uses it, or set PORT to another.`
  if (code === 'EACCES') return `Port ${PORT} may not be used by this account. Set PORT to one above 1023.`
  return `Cannot listen on ${HOST}:${PORT}: ${message}.`
}
