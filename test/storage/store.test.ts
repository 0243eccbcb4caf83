import { setImmediate as tick } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#server/storage/identifier.ts'
import { openStore, type Reads, type Store, type Writes } from '#server/storage/index.ts'
import { preparedOn } from '#server/storage/prepared.ts'
import { auditEntries } from '#server/storage/schema/audit.ts'
import { teamAliases, teams } from '#server/storage/schema/people.ts'
import { emptyDatabase } from '../helpers/store.ts'
import { insertTeam } from '../helpers/statements.ts'

let where: Awaited<ReturnType<typeof emptyDatabase>>
let store: Store
beforeAll(async () => {
  where = await emptyDatabase()
  store = await openStore(where)
})
beforeEach(() =>
  store.write(async (tx) => {
    await tx.delete(teamAliases)
    await tx.delete(teams)
  }),
)
afterAll(() => store.close())

const aTeam = (name = 'Payments') => ({ id: newId(), name, parentId: null })
const teamsIn = (db: Reads) => db.$count(teams)

test('instants, JSON and null come back as they were given', async () => {
  const entry = {
    id: newId(),
    at: new Date('2026-10-01T08:00:00.123Z'),
    personId: null,
    action: 'set up',
    detail: { round: 'October', invited: 300 },
  }
  await store.write((tx) => tx.insert(auditEntries).values(entry))
  expect(await store.read.select().from(auditEntries)).toEqual([entry])
})

test('work that throws after an await leaves nothing behind', async () => {
  const work = store.write(async (tx) => {
    await tx.insert(teams).values(aTeam())
    await tick()
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await teamsIn(store.read)).toBe(0)
})

test('a read beside an open write sees only what is committed', async () => {
  let seen: number | undefined
  await store.write(async (tx) => {
    await tx.insert(teams).values(aTeam())
    await tick()
    seen = await teamsIn(store.read)
  })
  expect(seen).toBe(0)
  expect(await teamsIn(store.read)).toBe(1)
})

test('fifty racing read-modify-writes lose none', async () => {
  const team = aTeam('0')
  await store.write((tx) => tx.insert(teams).values(team))
  const raise = () =>
    store.write(async (tx) => {
      const [row] = await tx.select().from(teams).where(eq(teams.id, team.id))
      await tick()
      await tx
        .update(teams)
        .set({ name: String(Number(row!.name) + 1) })
        .where(eq(teams.id, team.id))
    })
  await Promise.all(Array.from({ length: 50 }, raise))
  expect((await store.read.select().from(teams))[0]!.name).toBe('50')
})

test('of writes that share a commit, only the one that fails is undone', async () => {
  const foreign = () =>
    store.write((tx) => tx.insert(teamAliases).values({ path: newId(), teamId: 'nowhere' }))
  const good = () => store.write((tx) => tx.insert(teams).values(aTeam()))
  const outcomes = await Promise.allSettled([good(), foreign(), good(), foreign(), good()])
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(await teamsIn(store.read)).toBe(3)
})

const insertAlias = preparedOn('insert alias', (tx: Writes) =>
  tx.insert(teamAliases).values({ path: sql.placeholder('path'), teamId: sql.placeholder('teamId') }),
)
test('of statements that insert the same row at once one does, and afterwards all find it', async () => {
  const team = aTeam()
  const insert = async () => {
    const [inserted] = await store.execute(insertTeam, team)
    const [found] = await store.read.select().from(teams).where(eq(teams.id, team.id))
    return { isFirst: inserted !== undefined, found }
  }
  const outcomes = await Promise.all(Array.from({ length: 30 }, insert))
  expect(outcomes.filter(({ isFirst }) => isFirst)).toHaveLength(1)
  expect(outcomes.every(({ found }) => found?.id === team.id)).toBe(true)
})

test('a statement that fails beside others, and beside writes, takes none of them down', async () => {
  const team = aTeam()
  await store.write((tx) => tx.insert(teams).values(team))
  const alias = (teamId: string) => store.execute(insertAlias, { path: newId(), teamId })
  const all = ['fulfilled', 'rejected', 'fulfilled', 'rejected']
  const statusOf = async (works: Promise<unknown>[]) =>
    (await Promise.allSettled(works)).map(({ status }) => status)
  expect(await statusOf([alias(team.id), alias('nowhere'), alias(team.id), alias('nowhere')])).toEqual(all)
  const write = store.write((tx) => tx.insert(teams).values(aTeam()))
  expect(await statusOf([write, alias('nowhere'), alias(team.id), alias('nowhere')])).toEqual(all)
  expect([await store.read.$count(teamAliases), await teamsIn(store.read)]).toEqual([3, 2])
})

test('of many reads at once each gets its own answer, and one that fails disturbs no other', async () => {
  const all = Array.from({ length: 40 }, (_, n) => aTeam(`Team ${n}`))
  await store.write((tx) => tx.insert(teams).values(all))
  const named = async ({ id }: { id: string }) =>
    (await store.read.select().from(teams).where(eq(teams.id, id)))[0]!.name
  const failing = store.read.select({ fault: sql`no_such_function()` }).from(teams)
  const outcomes = await Promise.allSettled([...all.map(named), failing, ...all.map(named)])
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    ...all.map(({ name }) => name),
    'failed',
    ...all.map(({ name }) => name),
  ])
})

test('a write inside a write is refused instead of waiting for itself', async () => {
  await expect(store.write(() => store.write(async () => 1))).rejects.toThrow('inside')
})

test('what was written is there after closing and opening again', async () => {
  const team = aTeam()
  const again = await emptyDatabase()
  const first = await openStore(again)
  await first.write((tx) => tx.insert(teams).values(team))
  await first.close()
  const second = await openStore(again)
  expect(await second.read.select().from(teams)).toEqual([team])
  await second.close()
})
