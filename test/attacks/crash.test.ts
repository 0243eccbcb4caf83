import { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Context } from '#server/context.ts'
import { followRoster } from '#server/rounds/rounds.ts'
import type { Store } from '#server/storage/index.ts'
import type { TestApp } from '../helpers/app.ts'
import {
  copyOf,
  filesUnder,
  openCompany,
  publishedOf,
  rated,
  raw,
  respondents,
  startOn,
  type Where,
} from '../helpers/attacks.ts'

/** That a process says it is at work is no step of the close: it says so over the store as it is. */
const asItIs = vi.hoisted(() => new WeakMap<Store, Store>())
vi.mock('#server/storage/lease.ts', async (original) => {
  const lease = await original<typeof import('#server/storage/lease.ts')>()
  const leased: typeof lease.leased = ({ store }, ...work) =>
    lease.leased({ store: asItIs.get(store) ?? store }, ...work)
  return { ...lease, leased }
})

/** A round that everybody has answered; each test closes a copy of it, and the first closes it undisturbed. */
let original: TestApp
let id: string
let undisturbed: Awaited<ReturnType<typeof publishedOf>>
beforeAll(async () => {
  const company = await openCompany({ 'Eng / Payments': 9, 'Eng / Ledger': 7, Support: 8 })
  original = company.safe
  id = company.id
  const people = await respondents(original)
  for (const [n, person] of [...people.values()].entries())
    await person.answer(
      rated(1 + (n % 5), [
        { question: 'when-hurt', text: `Remark ${n}`, audience: n % 2 ? 'team' : 'organisation' },
      ]),
    )
  await original.close()
  expect(
    filesUnder(original.context.config.DATA_DIR).filter(({ name }) => name.endsWith('.eml')),
  ).toHaveLength(24)
  const { safe, where } = await aCopy()
  await minute(safe)
  await safe.stop()
  await isOver(where)
  undisturbed = await publishedOf(where, id)
  expect([undisturbed.receipts.length, undisturbed.remarks.length]).toEqual([24, 24])
})
afterEach(() => vi.restoreAllMocks())

async function aCopy() {
  const where = await copyOf(original.context.config)
  return { safe: await anotherProcess(where), where }
}

/** What each does by itself before anything is due is done: what it writes next is a step of the close. */
async function anotherProcess(where: Where) {
  const safe = await startOn(where, original)
  await followRoster(safe.context)
  return safe
}

async function isOver(where: Where) {
  const { rows, close } = await raw(where)
  expect(await rows(`select state from rounds where id = '${id}'`)).toEqual([{ state: 'closed' }])
  for (const table of ['ballots', 'invitations', 'outbox'])
    expect([table, await rows(`select * from ${table}`)]).toEqual([table, []])
  await close()
  const left = [where.DATA_DIR, where.KEY_DIR].flatMap(filesUnder).map(({ name }) => name)
  expect(left.filter((name) => name.includes(id) || name.endsWith('.eml'))).toEqual([])
}

class PowerCut extends Error {}
const cut = () => {
  throw new PowerCut()
}

/** From the nth call on everything fails: before it does anything, or after it has done all. */
function failing<Arguments extends unknown[], Result>(
  work: (...given: Arguments) => Promise<Result>,
  { from, after = false }: { from: number; after?: boolean },
) {
  let calls = 0
  return async (...given: Arguments): Promise<Result> => {
    calls += 1
    if (calls > from || (calls === from && !after)) cut()
    const result = await work(...given)
    return calls < from ? result : cut()
  }
}

type Fault = (context: Context) => void
function replace(context: Context, broken: Pick<Store, 'write'> | Pick<Store, 'tidy'>) {
  const { store } = context
  context.store = { ...store, ...broken }
  asItIs.set(context.store, store)
}
const write =
  (from: number, after: boolean): Fault =>
  (context) =>
    replace(context, { write: failing(context.store.write, { from, after }) })
const destroy =
  (after: boolean): Fault =>
  (context) =>
    (context.keys = { ...context.keys, destroy: failing(context.keys.destroy, { from: 1, after }) })

/** Every step of the close that changes something, cut off before and after it. */
const faults: [when: string, fault: Fault][] = [
  ['before the round is closing', write(1, false)],
  ['after the round is closing', write(1, true)],
  ['when the thread that opens ballots is killed at the first', () => killed(1)],
  ['when the thread that opens ballots is killed before its result', () => killed(2)],
  ['before the results are stored', write(2, false)],
  [
    'while the results are stored',
    (context) => replace(context, { write: failing(halfWritten(context), { from: 3 }) }),
  ],
  ['after the results are stored', write(2, true)],
  [
    'before the log is emptied',
    (context) => replace(context, { tidy: failing(context.store.tidy, { from: 1 }) }),
  ],
  ['before the keys are destroyed', destroy(false)],
  ['after the keys are destroyed', destroy(true)],
  ['before the round is closed', write(3, false)],
]

/** The second transaction does all its work, and is undone. */
function halfWritten({ store }: Context): Context['store']['write'] {
  let writes = 0
  return (work) => {
    const turn = ++writes
    return store.write(async (tx) => {
      const result = await work(tx)
      return turn === 2 ? cut() : result
    })
  }
}

function killed(at: number) {
  const { postMessage } = Worker.prototype
  let messages = 0
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, message: unknown) {
    if (++messages < at) postMessage.call(this, message)
    else void this.terminate()
  })
}

test.each(faults)('cut off %s, the close ends in the same results', async (_when, fault) => {
  const { safe, where } = await aCopy()
  fault(safe.context)
  await minute(safe)
  await safe.stop()
  vi.restoreAllMocks()
  // Nothing of the process outlives the cut: what the next one finds is what was stored.
  const again = await anotherProcess(where)
  await minute(again)
  await again.stop()
  await isOver(where)
  expect(await publishedOf(where, id)).toEqual(undisturbed)
})

test('cut off again and again, after every transaction in turn, it still ends in the same results', async () => {
  const { safe, where } = await aCopy()
  await safe.stop()
  for (let cuts = 0; cuts < 4; cuts++) {
    const again = await anotherProcess(where)
    if (cuts < 3) write(1, true)(again.context)
    await minute(again)
    await again.stop()
  }
  await isOver(where)
  expect(await publishedOf(where, id)).toEqual(undisturbed)
})

/** What the minute does when the round's last day is over. */
async function minute(safe: TestApp) {
  safe.clock.advance(9 * 24 * 60 * 60 * 1000)
  await safe.minute().catch((error: unknown) => {
    if (!(error instanceof PowerCut) && !/has ended/.test(String(error))) throw error
  })
}
