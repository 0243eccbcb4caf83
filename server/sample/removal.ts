import { readdir } from 'node:fs/promises'
import { is, Table } from 'drizzle-orm'
import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { destroyRoundKeys, roundsWithKeys, seedQuestions } from '../rounds/rounds.ts'
import { organisationOf } from '../settings/settings.ts'
import { dialect } from '../storage/columns.ts'

const schema = new URL('../storage/schema/', import.meta.url)

/** Leaves nothing but the questions as they come. Refuses with notFound where there is no sample company. */
export async function removeSample({
  store,
  keys,
  post,
}: Pick<Context, 'store' | 'keys' | 'post'>): Promise<void> {
  const tables = await allTables()
  await store.write(async (tx) => {
    // A real organisation is never deleted, whoever asks.
    if (!(await organisationOf(tx))?.sample) throw new Refusal('notFound')
    for (const table of tables) await tx.delete(table)
    await seedQuestions(tx)
  })
  for (const round of await roundsWithKeys(keys)) {
    await destroyRoundKeys(keys, round)
    await post.forget(round)
  }
  await store.tidy()
}

/** Whatever tables there are, each before those it refers to. */
async function allTables(): Promise<SQLiteTable[]> {
  const files = await readdir(schema)
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, schema).href) as Promise<object>),
  )
  const waiting = new Set(modules.flatMap((one) => Object.values(one) as unknown[]).filter(isTable))
  const inOrder: SQLiteTable[] = []
  while (waiting.size > 0) {
    const referredTo = new Set([...waiting].flatMap(tablesReferredTo))
    for (const table of [...waiting].filter((one) => !referredTo.has(one))) {
      inOrder.push(table)
      waiting.delete(table)
    }
  }
  return inOrder
}

const isTable = (value: unknown): value is SQLiteTable => is(value, Table)

/** A table that refers to itself waits for nobody. */
function tablesReferredTo(table: SQLiteTable): SQLiteTable[] {
  const { foreignKeys } =
    dialect === 'postgres' ? postgresConfig(table as unknown as PgTable) : sqliteConfig(table)
  const others = foreignKeys.map((key) => key.reference().foreignTable as unknown as SQLiteTable)
  return others.filter((other) => other !== table)
}
