import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { organisationOf } from '../settings/settings.ts'
import { glanceAt, type Glance } from '../storage/index.ts'
import { CannotRun, command, whereabouts } from './command.ts'

/** `npm run backup -- FILE`: a copy of the embedded database while the server goes on. */
await command(async (config) => {
  if (config.DATABASE_URL)
    throw new CannotRun('The data is in PostgreSQL: back it up with pg_dump. Keys are in no backup.')
  if (!process.argv[2]) throw new CannotRun('Usage: npm run backup -- FILE')
  const file = resolve(process.argv[2])
  if (existsSync(file))
    throw new CannotRun(`${file} exists already. Nothing was copied; give the copy a new name.`)
  // Not opened as the server opens it: before an upgrade the copy has to be of the old version, unmigrated.
  const glance = await glanceAt(config)
  try {
    if (glance.schema.is === 'known' && !(await organisationOf(glance.read)))
      throw new CannotRun(`${whereabouts(config)} holds no organisation yet.`)
    await copy(glance, file)
  } finally {
    await glance.close()
  }
  console.log(`The database was copied to ${file}.`)
  console.log(
    `Keys are not in it: those of open rounds stay in KEY_DIR ${config.KEY_DIR} alone, and a round restored without them cannot be closed.`,
  )
})

/** It holds names and addresses, so nobody but this account may read it. */
async function copy(glance: Glance, file: string) {
  process.umask(0o077)
  try {
    await glance.backup(file)
  } catch (error) {
    throw new CannotRun(`The copy ${file} could not be written: ${(error as Error).message}.`)
  }
}
