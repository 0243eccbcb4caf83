import { readdirSync } from 'node:fs'
import { getTableName, is, Table } from 'drizzle-orm'
import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { traces } from '#server/people/undo/teams.ts'
import { dialect } from '#server/storage/columns.ts'

const schema = new URL('../../server/storage/schema/', import.meta.url)

/** Columns that refer to a team, by table. */
async function columnsAboutTeams(): Promise<string[]> {
  const modules: object[] = await Promise.all(
    readdirSync(schema).map((file) => import(new URL(file, schema).href) as Promise<object>),
  )
  const tables = modules.flatMap((one) => Object.values(one)).filter((one) => is(one, Table))
  return tables.flatMap((table) => {
    const { foreignKeys } =
      dialect === 'postgres' ? postgresConfig(table as PgTable) : sqliteConfig(table as SQLiteTable)
    return foreignKeys.flatMap((key) => {
      const { foreignTable, columns } = key.reference()
      return getTableName(foreignTable) === 'teams'
        ? columns.map(({ name }) => `${getTableName(table as Table)}.${name}`)
        : []
    })
  })
}

/** Names a team is called by go with it. */
const nothingOfItsOwn = ['team_aliases.team_id']

test('a team that an import made is kept by its undoing where anything has come to be about it since', async () => {
  const looked = traces.map((column) => `${getTableName(column.table)}.${column.name}`)
  const missed = (await columnsAboutTeams()).filter((column) => !looked.includes(column))
  expect(missed).toEqual(nothingOfItsOwn)
})
