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
  const { file } = journalOf(dialect)
  if (schemaOf(dialect, applied).is === 'newer')
    throw new StoreUnusable(
      'The database was made by a newer version of Safe to Say. Start that version, or restore a backup made by this one.',
    )
  return { migrationsFolder: dirname(dirname(file)) }
}

/** Whether the tables of a database are those this program knows, and when the newest of these were made. */
export function schemaOf(dialect: 'sqlite' | 'postgres', applied: number | null) {
  const { when, tag: known } = journalOf(dialect).newest
  const is = applied === when ? 'known' : applied !== null && applied > when ? 'newer' : 'older'
  return { is: is as 'known' | 'newer' | 'older', known, madeAt: when }
}

/** The name of the newest migration this program knows. */
export const newestKnown = (dialect: 'sqlite' | 'postgres'): string => journalOf(dialect).newest.tag

function journalOf(dialect: 'sqlite' | 'postgres') {
  const file = resolve(`#migrations/${dialect}/meta/_journal.json`)
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { when: number; tag: string }[] }
  const newest = entries.reduce((one, other) => (other.when > one.when ? other : one))
  return { file, newest }
}
