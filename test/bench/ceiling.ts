import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fastify from 'fastify'
import pg from 'pg'

/** The same signature and the same two durable writes as an answer takes, a message and a ballot, with nothing around them. */
const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-ceiling-'))
process.on('exit', () => rmSync(directory, { recursive: true }))
process.on('disconnect', () => process.exit(0))

const key = {
  key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  padding: constants.RSA_NO_PADDING,
}
const url = process.env['DATABASE_URL']
const write = url ? await postgresWrites(url) : sqliteWrites()

const bare = fastify()
bare.post<{ Body: { message: string; ballot: string } }>('/ceiling', async (request) => {
  const signature = privateDecrypt(key, Buffer.from(request.body.message, 'base64url'))
  await write(request.body.message)
  await write(request.body.ballot)
  return { signature: signature.toString('base64url') }
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
