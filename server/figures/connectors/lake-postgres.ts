import pg from 'pg'
import type { Door, Lake, Row } from './lake.ts'
import { statements } from './lake-statements.ts'

const mayWrite = `select exists (
    select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole or rolcreatedb)
  ) or exists (
    select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
      and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'insert, update, delete, truncate')
  ) as writes`

/** Opens a DevLake on PostgreSQL, for reading alone. */
export async function open({ name, patience, ...door }: Door): Promise<Lake> {
  const client = new pg.Client({
    ...door,
    ssl: name === null ? false : { servername: name },
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    options: '-c default_transaction_read_only=on -c timezone=UTC',
  })
  // A connection that is lost between two questions fails the next one, and nothing else.
  client.on('error', () => {})
  await client.connect()
  return {
    async ask(statement, values) {
      const { rows } = await client.query<Row>(statements[statement], values)
      return rows
    },
    async canWrite() {
      const { rows } = await client.query<{ writes: boolean }>(mayWrite)
      return rows[0]?.writes !== false
    },
    end: () => client.end(),
  }
}
