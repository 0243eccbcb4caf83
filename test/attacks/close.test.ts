import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { BallotRequest } from '#server/sample/respondent.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { administrator, type TestApp } from '../helpers/app.ts'
import {
  closeRound,
  copyOf,
  openCompany,
  publishedOf,
  rated,
  raw,
  readyToCast,
  seeded,
  startOn,
  type Where,
} from '../helpers/attacks.ts'

/** A round with some ballots in, and some on their way: each test closes a copy of it. */
let original: TestApp
let id: string
let late: { receipt: string; request: BallotRequest }[]
beforeAll(async () => {
  const company = await openCompany({ Payments: 12, Ledger: 12 })
  original = company.safe
  id = company.id
  const ready = []
  for (const [n, address] of [...tokensByAddress(original).keys()].entries()) {
    const person = await readyToCast(original, address, rated(1 + (n % 5)))
    if (n % 2) await person.cast()
    else ready.push({ receipt: person.receipt, request: person.ballotRequest })
  }
  late = ready
  await original.close()
})

let running: TestApp[] = []
afterEach(() => Promise.all(running.splice(0).map((safe) => safe.stop())))

async function aCopy() {
  const where = await copyOf(original.context.config)
  const safe = await startOn(where, original)
  running.push(safe)
  return { safe, where, dana: await safe.signIn(administrator) }
}

const cast = async (safe: TestApp, request: BallotRequest) =>
  (await safe.visitor().postJson('/answering/ballots', request)).statusCode

async function stateOf(where: Where) {
  const { rows, close } = await raw(where)
  const [round] = await rows(`select state from rounds where id = '${id}'`)
  const [left] = await rows(
    'select (select count(*) from ballots) as ballots, (select count(*) from invitations) as invitations, (select count(*) from codes) as codes',
  )
  await close()
  return {
    state: round!['state'],
    ballots: Number(left!['ballots']),
    invitations: Number(left!['invitations']),
    codes: Number(left!['codes']),
  }
}
const nothingLeft = { state: 'closed', ballots: 0, invitations: 0, codes: expect.any(Number) }

/** Who was told 204 is counted; who was told 410 is not. */
async function countedAsTold(safe: TestApp, told: Map<string, number>) {
  const { receipts } = (await safe.visitor().get(`/rounds/${id}/receipts.json`)).json()
  for (const [receipt, status] of told)
    expect([status, receipts.includes(receipt)]).toEqual([status === 204 ? 204 : 410, status === 204])
  expect(receipts).toHaveLength(12 + [...told.values()].filter((status) => status === 204).length)
}

test('no ballot that arrives while the round closes is lost: it is counted, or its sender is told', async () => {
  const random = seeded('closing while people answer')
  const outcomes = new Set<number>()
  for (let run = 0; run < 4; run++) {
    const { safe, where, dana } = await aCopy()
    const told = new Map<string, number>()
    const span = 20 + random() * 60
    const sending = late.map(async ({ receipt, request }) => {
      await pause(random() * span)
      told.set(receipt, await cast(safe, request))
    })
    await pause(random() * span)
    await closeRound(dana, id)
    await Promise.all(sending)
    expect(await stateOf(where)).toEqual(nothingLeft)
    await countedAsTold(safe, told)
    for (const status of told.values()) outcomes.add(status)
  }
  expect([...outcomes].every((status) => status === 204 || status === 410)).toBe(true)
}, 60_000)

function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { open, passed }
}

/** Moments of the close at which a transaction that began before it may still end. */
const moments = [
  'as soon as the round is closing',
  'when the ballots have been opened',
  'when the results are published',
]
test.each(moments)(
  'a ballot that was on its way before the close and is stored %s is counted, or its sender is told',
  async (moment) => {
    const { safe, where, dana } = await aCopy()
    const { store } = safe.context
    const [slow] = late
    const held = gate()
    const begun = gate()
    // The ballot's transaction has done its work, and commits when it is let go.
    const execute: typeof store.execute = (statement, values) =>
      store.write(async (tx) => {
        const result = await statement(tx).execute(values)
        begun.open()
        await held.passed
        return result
      })
    let writes = 0
    const write: typeof store.write = async (work) => {
      if (++writes === 2 && moment === moments[1]) await release()
      return store.write(work)
    }
    safe.context.store = { ...store, write, execute }
    const told = cast(safe, slow!.request)
    const release = () => {
      held.open()
      return told
    }
    await begun.passed
    const closing = closeRound(dana, id)
    // On SQLite the close waits for the ballot; on PostgreSQL it would not.
    if (moment === moments[0]) await Promise.race([closing, pause(100)]).then(release)
    await Promise.race([closing, pause(process.env['DATABASE_URL'] ? 3000 : 300)]).then(release)
    await closing
    const status = await told
    expect(await stateOf(where)).toEqual(nothingLeft)
    await countedAsTold(safe, new Map([[slow!.receipt, status]]))
  },
)

test('keys are destroyed only when what they opened is published, and that is durable', async () => {
  const { safe, where, dana } = await aCopy()
  const { keys } = safe.context
  const seen: unknown[] = []
  safe.context.keys = {
    ...keys,
    destroy: async (directory) => {
      // Through a connection of its own: only what is committed shows.
      seen.push([directory, await stateOf(where), (await publishedOf(where, id)).receipts.length])
      await keys.destroy(directory)
    },
  }
  await closeRound(dana, id)
  await safe.minute()
  expect(seen[0]).toEqual([`rounds/${id}`, { ...nothingLeft, state: 'keys to destroy' }, 12])
  expect((seen[0] as [string, { codes: number }])[1].codes).toBeGreaterThan(0)
  expect(await stateOf(where)).toEqual(nothingLeft)
})

test('a database restored without its keys closes nothing and loses nothing, until they are back', async () => {
  const twin = await aCopy()
  await closeRound(twin.dana, id)
  const undisturbed = await publishedOf(twin.where, id)
  const { safe, where, dana } = await aCopy()
  const { keys } = safe.context
  const names = await keys.list(`rounds/${id}`)
  const files = await Promise.all(
    names.map(async (name) => [`rounds/${id}/${name}`, (await keys.read(`rounds/${id}/${name}`))!] as const),
  )
  const open = { state: 'open', ballots: 12, invitations: 24, codes: 0 }
  expect(await stateOf(where)).toEqual(open)
  const restore = () => Promise.all(files.map(([name, content]) => keys.write(name, content)))

  const other = await aCopy()
  const foreign = (await other.safe.context.keys.read(`rounds/${id}/ticket-00000.pem`))!
  const seal = join(safe.context.config.KEY_DIR, `rounds/${id}/seal.pem`)
  const losses = [
    () => keys.destroy(`rounds/${id}`),
    () => writeFile(seal, foreign),
    () => writeFile(seal, 'half a file'),
  ]
  for (const lose of losses) {
    await lose()
    expect((await closeRound(dana, id)).state).toBe('unclosable')
    for (let minutes = 0; minutes < 2; minutes++) await safe.minute()
    expect(await stateOf(where)).toEqual({ ...open, state: 'unclosable' })
    expect((await safe.visitor().get(`/rounds/${id}/receipts.json`)).statusCode).toBe(404)
    expect(await cast(safe, late[0]!.request)).toBe(410)
    await rm(seal, { force: true })
    await restore()
  }
  // When its time has come it closes by itself.
  safe.clock.advance(9 * 24 * 60 * 60 * 1000)
  await safe.minute()
  expect(await stateOf(where)).toEqual(nothingLeft)
  expect(await publishedOf(where, id)).toEqual(undisturbed)
  expect(await keys.list(`rounds/${id}`)).toEqual([])
})
