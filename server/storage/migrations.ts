import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { StoreUnusable } from './store.ts'

const folder = (dialect: 'sqlite' | 'postgres') =>
  fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url))

/**
 * The folder of a dialect's migrations, after checking that the database is not ahead of them.
 * @param applied when the newest migration in the database was made (ms since 1970), null for none
 */
export function migrationsFor(
  dialect: 'sqlite' | 'postgres',
  applied: number | null,
): { migrationsFolder: string } {
  const journal = JSON.parse(readFileSync(`${folder(dialect)}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[]
  }
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  if (applied !== null && applied > newest)
    throw new StoreUnusable(
      'The database was made by a newer version of Safe to Say. Start that version, or restore a backup made by this one.',
    )
  return { migrationsFolder: folder(dialect) }
}
