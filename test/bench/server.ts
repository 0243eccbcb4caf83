import { constants, createPrivateKey, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import fastify from 'fastify'
import pg from 'pg'
import { buildApp } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { letters } from '#server/jobs.ts'
import { openKeys } from '#server/keys.ts'
import { drainOutbox } from '#server/post/post.ts'
import { openStore } from '#server/storage/index.ts'

/** The server under load, in a process of its own: it reports its port, its tokens, its memory and its pauses. */
const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-bench-'))
const config = readConfig({
  ...process.env,
  NODE_ENV: 'test',
  DATA_DIR: join(directory, 'data'),
  KEY_DIR: join(directory, 'keys'),
})
const tokens: string[] = []
const post = {
  send: async ({ text }: { text: string }) => void tokens.push(/answer#(\S+)/.exec(text)?.[1] ?? ''),
  async forget() {},
  close() {},
}
const context: Context = {
  config,
  store: await openStore(config),
  keys: openKeys(config.KEY_DIR),
  clock: systemClock,
  post,
  wake() {},
}
const app = await buildApp(context, { setupToken: 'bench' })
const origin = await app.listen({ port: 0, host: '127.0.0.1' })
const ceiling = await ceilingApp()

let pauses = monitorEventLoopDelay({ resolution: 5 })
let mostMemory = 0
setInterval(() => (mostMemory = Math.max(mostMemory, process.memoryUsage.rss())), 50).unref()

process.on('message', (asked: 'tokens' | 'measure' | 'measured' | 'stop') => {
  void answerTo(asked)
})
process.on('disconnect', () => process.exit(0))
process.send!({ origin, ceiling, directory })

async function answerTo(asked: string) {
  if (asked === 'tokens') {
    await drainOutbox(context, letters)
    process.send!(tokens)
  } else if (asked === 'measure') {
    mostMemory = 0
    pauses = monitorEventLoopDelay({ resolution: 5 })
    pauses.enable()
    process.send!('measuring')
  } else if (asked === 'measured') {
    pauses.disable()
    process.send!({ longestPause: pauses.max / 1e6, memory: mostMemory / 1024 / 1024 })
  } else process.exit(0)
}

/** The same signature and the same two durable writes, with nothing around them. */
async function ceilingApp(): Promise<string> {
  const bare = fastify()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = {
    key: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    padding: constants.RSA_NO_PADDING,
  }
  const write = config.DATABASE_URL ? await postgresWrites(config.DATABASE_URL) : sqliteWrites()
  bare.post<{ Body: { message: string; ballot: string } }>('/ceiling', async (request) => {
    const signature = privateDecrypt(key, Buffer.from(request.body.message, 'base64url'))
    await write(request.body.ballot)
    await write(request.body.ballot)
    return { signature: signature.toString('base64url') }
  })
  return bare.listen({ port: 0, host: '127.0.0.1' })
}

function sqliteWrites() {
  const database = new Database(join(directory, 'ceiling.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table written (ballot text)')
  const insert = database.prepare('insert into written values (?)')
  return async (ballot: string) => void insert.run(ballot)
}

async function postgresWrites(url: string) {
  const pool = new pg.Pool({ connectionString: url })
  await pool.query('create table ceiling (ballot text)')
  return async (ballot: string) => void (await pool.query('insert into ceiling values ($1)', [ballot]))
}
