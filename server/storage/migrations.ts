import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { StoreUnusable } from './store.ts'

const { resolve } = createRequire(import.meta.url)

/**
 * The folder of a dialect's migrations, after checking that the database is not ahead of them.
 * @param applied when the newest migration in the database was made (ms since 1970), null for none
 */
export function migrationsFor(
  dialect: 'sqlite' | 'postgres',
  applied: number | null,
): { migrationsFolder: string } {
  const { file, newest } = journalOf(dialect)
  if (applied !== null && applied > newest.when)
    throw new StoreUnusable(
      'The database was made by a newer version of Safe to Say. Start that version, or restore a backup made by this one.',
    )
  return { migrationsFolder: dirname(dirname(file)) }
}

/** The name of the newest migration this program knows. */
export const newestKnown = (dialect: 'sqlite' | 'postgres'): string => journalOf(dialect).newest.tag

function journalOf(dialect: 'sqlite' | 'postgres') {
  const file = resolve(`#migrations/${dialect}/meta/_journal.json`)
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { when: number; tag: string }[] }
  const newest = entries.reduce((one, other) => (other.when > one.when ? other : one))
  return { file, newest }
}
