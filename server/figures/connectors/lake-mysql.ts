import { createConnection } from 'mysql2/promise'
import type { Door, Lake, Row } from './lake.ts'
import { forMysql, statements } from './lake-statements.ts'

/** What a role may have that can change nothing. */
const harmless = /^GRANT (USAGE|SELECT|SHOW VIEW|SELECT, SHOW VIEW) ON /i

/** MariaDB lets everybody write into databases for trying things out, which are none of this one. */
const isOfEverybody = (grant: string, database: string): boolean =>
  grant.endsWith(' TO PUBLIC') && !/ ON \*\.\* /.test(grant) && !grant.includes(`\`${database}\``)

/** Opens a DevLake on MySQL, for reading alone. */
export async function open({ name, patience, ...door }: Door): Promise<Lake> {
  const client = await createConnection({
    ...door,
    ...(name !== null && { ssl: { servername: name } as object }),
    connectTimeout: patience,
    timezone: 'Z',
    multipleStatements: false,
  })
  client.on('error', () => {})
  await client.query('set session transaction read only')
  return {
    async ask(statement, given) {
      const { text: sql, values } = forMysql(statements[statement], given)
      const [rows] = await client.query({ sql, values, timeout: patience })
      return rows as Row[]
    },
    async canWrite() {
      const [rows] = await client.query('show grants')
      const grants = (rows as Row[]).flatMap((row) => Object.values(row)).map(String)
      return grants.some((grant) => !harmless.test(grant) && !isOfEverybody(grant, door.database))
    },
    end: () => client.end(),
  }
}
