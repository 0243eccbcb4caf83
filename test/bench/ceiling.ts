import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fastify from 'fastify'
import pg from 'pg'

/** What the two steps that answer with a text are to answer with: as many bytes as the server sends. */
export interface Replies {
  page: string
  invitation: string
}

/**
 * The four requests of an answer, with the same RSA signature and the same two durable writes, of a message and of a
 * ballot, and nothing around them: nobody is looked up, nothing is checked.
 */
const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-ceiling-'))
process.on('exit', () => rmSync(directory, { recursive: true }))
process.on('disconnect', () => process.exit(0))

const key = {
  key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  padding: constants.RSA_NO_PADDING,
}
const url = process.env['DATABASE_URL']
const write = url ? await postgresWrites(url) : sqliteWrites()

let replies: Replies = { page: '', invitation: '' }
process.on('message', (told: Replies | 'measured') => {
  if (typeof told === 'object') replies = told
  const { user, system } = process.cpuUsage()
  process.send!({ busy: (user + system) / 1000 })
})

const bare = fastify()
bare.get('/answer', (_request, reply) => reply.type('text/html; charset=utf-8').send(replies.page))
bare.post('/answering/invitation', (_request, reply) =>
  reply.type('application/json; charset=utf-8').send(replies.invitation),
)
bare.post<{ Body: { blindedMessage: string } }>('/answering/tickets', async ({ body }) => {
  const message = Buffer.from(body.blindedMessage, 'base64url')
  // Under any modulus of its length, whichever key it was blinded for.
  message[0] = 0
  const blindSignature = privateDecrypt(key, message).toString('base64url')
  await write(body.blindedMessage)
  return { blindSignature }
})
bare.post<{ Body: { ballot: string } }>('/answering/ballots', async ({ body }, reply) => {
  await write(body.ballot)
  return reply.code(204).send()
})
process.send!(await bare.listen({ port: 0, host: '127.0.0.1' }))

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
