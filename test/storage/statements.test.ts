import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#server/storage/identifier.ts'
import { openStore, type Store, type Writes } from '#server/storage/index.ts'
import { preparedOn } from '#server/storage/prepared.ts'
import { teams } from '#server/storage/schema/people.ts'
import { insertTeam } from '../helpers/statements.ts'
import { emptyDatabase } from '../helpers/store.ts'

/** Single statements on PostgreSQL, where each is a transaction by itself or travels with others. */
let where: Awaited<ReturnType<typeof emptyDatabase>>
let store: Store
beforeAll(async () => {
  where = await emptyDatabase()
  store = await openStore(where)
})
afterAll(() => store.close())

const aTeam = () => ({ id: newId(), name: 'Payments', parentId: null })
const dawdle = preparedOn('dawdle', (tx: Writes) =>
  tx.select({ slept: sql`pg_sleep(20)` }).from(sql`(select 1) as one`),
)
const isolation = preparedOn('isolation', (tx: Writes) =>
  tx.select({ now: sql<string>`current_setting('transaction_isolation')` }).from(sql`(select 1) as one`),
)

test('a statement is serializable, alone and beside others', async () => {
  const asked = () => store.execute(isolation, {})
  const [alone, ...together] = [await asked(), ...(await Promise.all([asked(), asked(), asked()]))]
  for (const one of [alone, ...together]) expect(one).toEqual([{ now: 'serializable' }])
})

test('statements on a connection that is lost fail, are not run again, and hold up nothing', async () => {
  const both = Promise.allSettled([store.execute(dawdle, {}), store.execute(insertTeam, aTeam())])
  const cut = () =>
    store.read
      .select({ isCut: sql`pg_terminate_backend(pid)` })
      .from(sql`pg_stat_activity`)
      .where(sql`query like '%pg_sleep%' and datname = current_database() and pid <> pg_backend_pid()`)
  while ((await cut()).length === 0) await pause(20)
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await store.read.$count(teams)).toBe(0)
  await store.execute(insertTeam, aTeam())
  expect(await store.read.$count(teams)).toBe(1)
})

test('a connection that does not keep its settings is refused at the start', async () => {
  const DATABASE_URL = `${where.DATABASE_URL}?options=-c%20statement_timeout%3D0`
  await expect(openStore({ ...where, DATABASE_URL })).rejects.toThrow('does not keep its settings')
})
