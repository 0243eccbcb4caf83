import { addressOf, NotTaken, reasonOf } from '../../outside/outside.ts'
import type { Connection } from './connection.ts'
import type { Door, Lake } from './lake.ts'

/** The database is opened, asked, and closed again whatever happens. */
export async function withLake<T>(connection: Connection, work: (lake: Lake) => Promise<T>): Promise<T> {
  const { settings, token, hosts, asking } = connection
  const url = new URL(settings.address)
  const { address, internal } = await addressOf(url, { hosts, resolve: asking.resolve })
  const door: Door = {
    host: address,
    port: Number(url.port),
    name: internal ? null : url.hostname,
    user: decodeURIComponent(url.username),
    password: token,
    database: url.pathname.slice(1),
    patience: asking.patience,
  }
  const { open } = await (url.protocol === 'mysql:'
    ? import('./lake-mysql.ts')
    : import('./lake-postgres.ts'))
  const lake = await orNotTaken(open(door))
  try {
    return await orNotTaken(work(lake))
  } finally {
    await lake.end().catch(() => {})
  }
}

/** What databases say in codes, PostgreSQL's and MySQL's; their sentences may quote names. */
const reasons: [RegExp, string][] = [
  [/^(28P01|28000|ER_ACCESS_DENIED_ERROR)$/, '401'],
  [/^(3D000|ER_BAD_DB_ERROR)$/, '404'],
  [/^(42501|42P01|42703|ER_TABLEACCESS_DENIED_ERROR|ER_NO_SUCH_TABLE|ER_BAD_FIELD_ERROR)$/, 'tables'],
  [/^(57014|ETIMEDOUT|PROTOCOL_SEQUENCE_TIMEOUT|ER_QUERY_TIMEOUT)$/, 'slow'],
  [/^(ER_\w+|\d\d[\dA-Z]{3})$/, 'tables'],
]

async function orNotTaken<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NotTaken) throw error
    const { code = '' } = error as { code?: string }
    throw new NotTaken(
      reasons.find(([codes]) => codes.test(code))?.[1] ?? reasonOf({ code } as NodeJS.ErrnoException),
    )
  }
}
