import { sql } from 'drizzle-orm'
import type { Writes } from '#server/storage/index.ts'
import { preparedOn } from '#server/storage/prepared.ts'
import { teams } from '#server/storage/schema/people.ts'

/** Gives back the row, or nothing where it was there. */
export const insertTeam = preparedOn('insert team', (tx: Writes) =>
  tx
    .insert(teams)
    .values({ id: sql.placeholder('id'), name: sql.placeholder('name') })
    .onConflictDoNothing()
    .returning(),
)
