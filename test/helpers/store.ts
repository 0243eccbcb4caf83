import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStore, type Store } from '#server/storage/index.ts'

export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'safe-to-say-'))

/** A new, empty database of the kind this run is about. */
export async function emptyDatabase(): Promise<{ DATA_DIR: string; DATABASE_URL?: string }> {
  const DATA_DIR = temporaryDirectory()
  const server = process.env['DATABASE_URL']
  if (!server) return { DATA_DIR }
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return { DATA_DIR, DATABASE_URL: url.href }
}

export const emptyStore = async (): Promise<Store> => openStore(await emptyDatabase())
