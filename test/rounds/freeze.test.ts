import { createPublicKey } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Keys } from '#server/keys.ts'
import { people, teams } from '#server/storage/schema/people.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { invitations, rounds, roundTeams, roundUnits } from '#server/storage/schema/rounds.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
})
afterEach(() => safe.stop())

const teamsOfThree = { 'Eng / Payments': 8, 'Eng / Ledger': 4, 'Eng / Risk': 3, Sales: 9 }
const plan = async (): Promise<string> =>
  (await dana.postJson('/rounds', { questions: ['stress'] })).json().id
const open = (id: string) => dana.postJson(`/rounds/${id}/opening`, {})
const state = async (id: string) =>
  (await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json().state

/** Everything of a round that people were promised would not change. */
async function frozen() {
  const { read } = safe.context.store
  const { state: _state, ...round } = (await read.select().from(rounds))[0]!
  return {
    round,
    units: await read.select().from(roundUnits).orderBy(asc(roundUnits.id)),
    teams: await read.select().from(roundTeams).orderBy(asc(roundTeams.teamId)),
    invited: await read
      .select({
        personId: invitations.personId,
        unitId: invitations.unitId,
        name: invitations.name,
        email: invitations.email,
      })
      .from(invitations)
      .orderBy(asc(invitations.personId)),
  }
}

/** Each published ticket key is the public half of the key that will sign with it. */
async function expectKeysThatSign(id: string) {
  const units = await safe.context.store.read.select().from(roundUnits).where(eq(roundUnits.roundId, id))
  for (const { keyNumber, publicKey } of units) {
    const pem = await safe.context.keys.read(`rounds/${id}/ticket-${String(keyNumber).padStart(5, '0')}.pem`)
    expect(createPublicKey(pem!).export({ format: 'jwk' })).toEqual(publicKey)
  }
}

test('a round freezes who is invited and with whom they are counted', async () => {
  await safe.importRoster(dana, roster(teamsOfThree))
  await open(await plan())
  const { units, invited } = await frozen()
  expect(units.map(({ name, size }) => `${name}: ${size}`).toSorted()).toEqual([
    'Ledger + Risk: 7',
    'Payments: 8',
    'Sales: 9',
  ])
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of units) expect(invited.filter(({ unitId }) => unitId === unit.id)).toHaveLength(unit.size)
  expect(invited.map(({ email, unitId }) => `${email} ${unitOf.get(unitId)!.name}`)).toContain(
    'risk1@acme.example Ledger + Risk',
  )
  const [eng] = await safe.context.store.read.select().from(teams).where(eq(teams.name, 'Eng'))
  expect(units.find(({ name }) => name === 'Payments')!.path).toEqual([eng!.id])
})

test('a reorganisation after the opening changes nothing of the round, and nobody new is invited', async () => {
  await safe.importRoster(dana, roster(teamsOfThree))
  const id = await plan()
  await open(id)
  await safe.minute()
  const before = await frozen()
  const manifest = (await dana.get(`/rounds/${id}/manifest.json`)).body
  const reorganised = roster({ 'Eng / Payments': 8, 'Eng / Ledger': 4, Risk: 3, Sales: 9 }, [
    'new@acme.example,Sales,New',
  ])
    .replace('payments1@acme.example,Eng / Payments,Person payments1', 'payments1@acme.example,Sales,Renamed')
    .replaceAll('Eng / Ledger', 'Engineering / Ledger')
  const { id: file, report } = (await dana.postJson('/roster/imports', { roster: reorganised })).json()
  const renames = report.renames.map(({ teamId }: { teamId: string }) => teamId)
  await dana.postJson(`/roster/imports/${file}/application`, { renames })
  expect(await safe.context.store.read.$count(people, eq(people.name, 'Renamed'))).toBe(1)
  await safe.minute()
  expect(await frozen()).toEqual(before)
  expect((await dana.get(`/rounds/${id}/manifest.json`)).body).toBe(manifest)
  expect(safe.letters).toHaveLength(24)
})

test('who leaves loses the invitation; the unit keeps the size everybody was told', async () => {
  await safe.importRoster(dana, roster(teamsOfThree))
  const id = await plan()
  await open(id)
  const { round, units, teams: placed } = await frozen()
  await safe.importRoster(dana, roster({ ...teamsOfThree, 'Eng / Risk': 1 }))
  await safe.minute()
  const after = await frozen()
  expect(after).toMatchObject({ round, units, teams: placed })
  expect(after.invited.filter(({ email, name }) => email === null && name === null)).toHaveLength(2)
  expect(safe.letters).toHaveLength(22)
})

/** Keys whose disk takes no more from the n-th write on. */
function dyingAt(keys: Keys, n: number): Keys {
  let writes = 0
  const write: Keys['write'] = (name, content) =>
    ++writes < n ? keys.write(name, content) : Promise.reject(new Error('power cut'))
  return { ...keys, write }
}

test('a power cut while keys are made only delays the opening, whichever key it was', async () => {
  await safe.importRoster(dana, roster(teamsOfThree))
  const { keys } = safe.context
  for (const n of [1, 2, 3, 5]) {
    const id = await plan()
    safe.context.keys = dyingAt(keys, n)
    await open(id)
    safe.context.keys = keys
    expect(await state(id)).toBe('opening')
    await safe.minute()
    expect(await state(id)).toBe('open')
    await expectKeysThatSign(id)
    await dana.post(`/rounds/${id}/cancellation`, {})
  }
})

test('a crash between two batches of invitations loses nobody and invites nobody twice', async () => {
  await safe.importRoster(dana, roster({ Eng: 700, Sales: 600 }))
  const id = await plan()
  const { store } = safe.context
  const { write } = store
  let batches = 0
  store.write = (work) =>
    write(async (tx) => {
      const result = await work(tx)
      if (Array.isArray(result) && result.length > 1 && ++batches === 2) throw new Error('power cut')
      return result
    })
  await open(id)
  store.write = write
  const written = await store.read.$count(outbox)
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(1300)
  await safe.minute()
  expect(safe.letters).toHaveLength(1300)
  expect(new Set(safe.letters.map(({ to }) => to)).size).toBe(1300)
  expect(new Set(safe.letters.map(({ text }) => /answer#(\S+)/.exec(text)![1])).size).toBe(1300)
  await safe.minute()
  expect(safe.letters).toHaveLength(1300)
})

test('a roster that grows while keys are made is frozen as it is in the end', async () => {
  await safe.importRoster(dana, roster({ Eng: 8 }))
  const id = await plan()
  const { keys } = safe.context
  const { write } = keys
  let grown = false
  keys.write = async (name, content) => {
    const first = !grown
    grown = true
    if (first) await safe.importRoster(dana, roster({ Eng: 8, Ops: 9, Sales: 10 }))
    return write(name, content)
  }
  await open(id)
  expect((await frozen()).units.map(({ size }) => size).toSorted((a, b) => a - b)).toEqual([8, 9, 10])
  await expectKeysThatSign(id)
})

test('a round cancelled while its keys are made is cancelled: nobody is invited and no key stays', async () => {
  await safe.importRoster(dana, roster(teamsOfThree))
  const id = await plan()
  const { keys } = safe.context
  const { write } = keys
  let writes = 0
  keys.write = async (name, content) => {
    writes += 1
    if (writes === 4) await dana.post(`/rounds/${id}/cancellation`, {})
    return write(name, content)
  }
  await open(id)
  keys.write = write
  await safe.minute()
  expect(await state(id)).toBe('cancelled')
  expect(safe.letters).toEqual([])
  expect(await keys.list(`rounds/${id}`)).toEqual([])
  expect(await safe.context.store.read.$count(invitations)).toBe(0)
  expect(safe.reports).toEqual([])
})

test('a round that is due but too small stays planned, and opens when enough people are there', async () => {
  await safe.importRoster(dana, roster({ Eng: 6 }))
  const id = await plan()
  safe.clock.advance(25 * 60 * 60 * 1000)
  await safe.minute()
  expect(await state(id)).toBe('scheduled')
  await safe.importRoster(dana, roster({ Eng: 7 }))
  await safe.minute()
  expect(await state(id)).toBe('open')
  expect(safe.letters).toHaveLength(7)
})

test('a key that is late on its way to a slow disk replaces none that was published', async () => {
  await safe.importRoster(dana, roster(teamsOfThree))
  const id = await plan()
  const { keys } = safe.context
  const { write } = keys
  let writes = 0
  let release: (() => void) | undefined
  let late: Promise<void> | undefined
  keys.write = (name, content) => {
    writes += 1
    if (writes === 3) return Promise.reject(new Error('disk full'))
    if (writes !== 4) return write(name, content)
    late = new Promise<void>((resolve) => (release = resolve)).then(() => write(name, content))
    return late
  }
  const opening = open(id)
  await vi.waitFor(() => expect(release).toBeDefined(), 20_000)
  const minute = safe.minute().catch(() => {})
  await Promise.race([minute, sleep(3000)])
  release!()
  await Promise.all([late, opening, minute])
  await safe.minute()
  await expectKeysThatSign(id)
})
