import { readdirSync } from 'node:fs'
import { getTableName, is, Table } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Store } from '#server/storage/index.ts'

const schema = new URL('../../server/storage/schema/', import.meta.url)

/** Every row of every table there is, as one text to look for something in. */
export async function everythingStored(store: Store): Promise<string> {
  const rows: Record<string, unknown[]> = {}
  for (const file of readdirSync(schema).sort()) {
    const tables: unknown[] = Object.values(await import(new URL(file, schema).href))
    for (const table of tables)
      if (is(table, Table))
        rows[getTableName(table)] = inOneOrder(await store.read.select().from(table as SQLiteTable))
  }
  return JSON.stringify(rows, null, 1)
}

/** Where a row lies depends on what lay there before, on PostgreSQL. */
const inOneOrder = (rows: unknown[]): unknown[] =>
  rows
    .map((row) => [row, JSON.stringify(row)] as const)
    .sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([row]) => row)
