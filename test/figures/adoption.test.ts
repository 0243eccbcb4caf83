import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { adoptionOf as shownOf } from '#server/figures/figures.ts'
import { add } from '#server/disclosure/add.ts'
import { adoption } from '#server/storage/schema/figures.ts'
import { classes } from '#server/storage/schema/publishing.ts'
import { closeRound, openRound, rated, respondents } from '../helpers/attacks.ts'
import { roster } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'
import { adoptionOf, bring, company, push, sample, type Company } from './company.ts'

let acme: Company
afterEach(() => acme.safe.stop())

const read = () => acme.safe.context.store.read
const at = (path: string) => acme.teams.get(path)!
/** What is shown of a group in the newest month: bands, or the class it is shown as. */
const shown = async (group: string) => {
  const { sum, pooledAs } = (await shownOf(read(), group)).at(-1)!
  return pooledAs ? { pooledAs, ...sum.bands } : sum.bands
}

test('a team of its own is exact, a range where all or all but one do alike, and never "all"', async () => {
  const sizes = { 'Eng / Exact': 8, 'Eng / All': 6, 'Eng / AllButOne': 7, 'Eng / None': 6 }
  acme = await company(sizes)
  await bring(acme, adoptionOf(sizes, { 'Eng / Exact': 5, 'Eng / All': 6, 'Eng / AllButOne': 6 }))
  expect(await shown(at('Eng / Exact'))).toEqual({ inactive: [3, 3], active: [5, 5] })
  expect(await shown(at('Eng / All'))).toEqual({ inactive: [0, 1], active: [5, 6] })
  expect(await shown(at('Eng / AllButOne'))).toEqual({ inactive: [0, 1], active: [6, 7] })
  expect(await shown(at('Eng / None'))).toEqual({ inactive: [5, 6], active: [0, 1] })
})

test('a team with too few seats is counted with another, and its figure is theirs together', async () => {
  const sizes = { 'Eng / Payments': 8, 'Eng / Ledger': 3, 'Eng / Risk': 4 }
  acme = await company(sizes)
  await bring(acme, adoptionOf(sizes, { 'Eng / Payments': 4, 'Eng / Ledger': 3, 'Eng / Risk': 2 }))
  const together = { pooledAs: 'Ledger + Risk', inactive: [2, 2], active: [5, 5] }
  expect(await shown(at('Eng / Ledger'))).toEqual(together)
  expect(await shown(at('Eng / Risk'))).toEqual(together)
  expect(await shown(at('Eng / Payments'))).toEqual({ inactive: [4, 4], active: [4, 4] })
  expect(await shown(at('Eng'))).toEqual({ inactive: [6, 6], active: [9, 9] })
})

test('fewer than five seats in all get no figure', async () => {
  const sizes = { Payments: 4 }
  acme = await company(sizes)
  await bring(acme, adoptionOf(sizes, { Payments: 2 }))
  expect(await read().select().from(adoption)).toEqual([])
  expect(await shownOf(read(), 'organisation')).toEqual([])
})

test('what stands above classes is their codes added up, and nothing else', async () => {
  const sizes = { Eng: 5, 'Eng / Payments': 8, 'Eng / Ledger': 6, 'Ops / Night': 5, 'Ops / Day': 5 }
  acme = await company(sizes)
  await bring(acme, adoptionOf(sizes, { Eng: 5, 'Eng / Payments': 4, 'Eng / Ledger': 1, 'Ops / Night': 3 }))
  const rows = await read().select().from(adoption)
  for (const [group, id] of [...acme.teams, ['organisation', 'organisation'] as const]) {
    const within = rows.filter(({ path }) => id === 'organisation' || path.includes(id))
    const [found] = await shownOf(read(), id)
    if (within.length > 0)
      expect([group, found!.pooledAs, found!.sum]).toEqual([
        group,
        null,
        add(
          within.map(({ code }) => code),
          ['inactive', 'active'],
        ),
      ])
  }
  expect((await shownOf(read(), at('Eng')))[0]!.sum).toMatchObject({ n: 19, classes: 3, shown: 3 })
  expect((await shownOf(read(), 'organisation'))[0]!.sum).toMatchObject({ n: 29, classes: 5 })
})

test('where a file lists only who was active, the seats are everybody in the roster, and it says so', async () => {
  acme = await company({ Payments: 8, Ledger: 6 })
  const lines = ['login,day', 'payments1@acme.example,2026-10-01', 'payments2@acme.example,2026-10-30']
  await bring(acme, lines.join('\n'))
  expect(await shown(at('Payments'))).toEqual({ inactive: [6, 6], active: [2, 2] })
  expect((await shownOf(read(), 'organisation'))[0]).toMatchObject({
    seats: 'roster',
    days: 2,
    sum: { n: 14 },
  })
})

test('distinct users are never added up over days, nor a person over two logins', async () => {
  acme = await company({ Payments: 8 })
  const week = Array.from({ length: 28 }, (_, n) => `2026-10-${String(n + 1).padStart(2, '0')}`)
  const people = ['payments1@acme.example', 'PAYMENTS2@acme.example', 'payments3@acme.example']
  await bring(acme, ['email,day', ...week.flatMap((day) => people.map((one) => `${one},${day}`))].join('\n'))
  expect(await shown('organisation')).toEqual({ inactive: [5, 5], active: [3, 3] })
  const random = fc.array(
    fc.record({ person: fc.integer({ min: 1, max: 8 }), day: fc.constantFrom(...week) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  let runs = 0
  await fc.assert(
    fc.asyncProperty(random, async (uses) => {
      const lines = uses.map(({ person, day }) => `payments${person}@acme.example,${day}`)
      // A month is counted once from each source.
      const source = `run ${runs++}`
      await bring(acme, ['email,day', ...lines].join('\n'), `&source=${encodeURIComponent(source)}`)
      const active = new Set(uses.map(({ person }) => person)).size
      const figures = await shownOf(read(), 'organisation')
      const [low, high] = figures.find((one) => one.source === source)!.sum.bands['active']!
      expect(low <= active && active <= high && high - low <= 1).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test('numbers without people give "at least as many as on the busiest day", of the organisation alone', async () => {
  acme = await company({ Payments: 9, Ledger: 6 })
  await bring(acme, sample('copilot-metrics.json'))
  const months = await shownOf(read(), 'organisation')
  expect(months.map(({ month, sum }) => [month, sum.n, sum.bands])).toEqual([
    ['2026-10', 15, { inactive: [0, 6], active: [9, 15] }],
    ['2026-11', 15, { inactive: [0, 11], active: [4, 15] }],
  ])
  expect(await shownOf(read(), at('Payments'))).toEqual([])
  const all = await push(acme, sample('copilot-metrics.json').replace('": 9', '": 15'), {
    query: '?apply=yes',
  })
  expect(all.json().state).toBe('applied')
  expect((await shownOf(read(), 'organisation'))[0]!.sum.bands['active']).toEqual([14, 15])
  const more = await push(acme, sample('copilot-metrics.json').replace('": 9', '": 16'))
  expect(more.json().report.faults[0].message).toContain('16 people were active, and the roster has 15')
})

test('months can be asked for, and two sources of one month stand side by side', async () => {
  const sizes = { Payments: 8 }
  acme = await company(sizes)
  for (const month of ['2026-08', '2026-09', '2026-10']) await bring(acme, adoptionOf(sizes, {}, month))
  await bring(acme, adoptionOf(sizes, {}, '2026-09'), '&source=badge')
  const found = await shownOf(read(), at('Payments'), { from: '2026-09', to: '2026-10' })
  expect(found.map(({ month, source }) => `${month} ${source}`)).toEqual([
    '2026-09 badge',
    '2026-09 csv',
    '2026-10 csv',
  ])
})

describe('with rounds', () => {
  /** A round in which everybody answers, so that its classes are the units. */
  async function round({ safe, dana }: Company, plan: object = {}): Promise<string> {
    const id = await openRound(safe, dana, plan)
    for (const respondent of (await respondents(safe)).values()) await respondent.answer(rated(4))
    await closeRound(dana, id)
    safe.letters.length = 0
    return id
  }
  const classesOf = async (id: string) =>
    (await read().select().from(classes).where(eq(classes.roundId, id)))
      .filter(({ cut }) => cut === 'unit')
      .map(({ name, teams }) => [name, teams.toSorted()])
      .sort()
  const counted = async (month: string) =>
    (await read().select().from(adoption).where(eq(adoption.month, month)))
      .map(({ name, teams }) => [name, teams.toSorted()])
      .sort()

  // Six stand alone by their seats, and are pooled by a round, which wants seven invited.
  const sizes = { 'Eng / Payments': 9, 'Eng / Ledger': 6, 'Eng / Risk': 6 }

  test('people are counted in the classes of the month’s round, of the last one before it, or of the first after it', async () => {
    acme = await company(sizes)
    const id = await round(acme, { month: '2026-11' })
    expect(await classesOf(id)).toHaveLength(2)
    for (const month of ['2026-10', '2026-11', '2026-12']) {
      await bring(acme, adoptionOf(sizes, { 'Eng / Ledger': 3, 'Eng / Risk': 3 }, month))
      expect(await counted(month)).toEqual(await classesOf(id))
    }
    expect(await shown(at('Eng / Ledger'))).toMatchObject({ inactive: [6, 6], active: [6, 6] })
  })

  test('a month is not cut a second time: what replaces it is counted in the same classes', async () => {
    acme = await company(sizes)
    await bring(acme, adoptionOf(sizes, {}))
    const before = await counted('2026-10')
    expect(before).toHaveLength(3)
    const id = await round(acme, { month: '2026-10' })
    expect(await classesOf(id)).toHaveLength(2)
    await bring(acme, adoptionOf(sizes, { 'Eng / Ledger': 3 }))
    expect(await counted('2026-10')).toEqual(before)
    await bring(acme, adoptionOf(sizes, {}), '&source=other')
    expect(await counted('2026-10')).toEqual([...before, ...(await classesOf(id))].sort())
  })

  test('a round’s higher threshold holds for the figures beside it', async () => {
    acme = await company(sizes)
    await round(acme, { month: '2026-11', threshold: 7 })
    await bring(acme, adoptionOf({ 'Eng / Payments': 6 }, { 'Eng / Payments': 3 }, '2026-11'))
    expect(await shown(at('Eng / Payments'))).toEqual({ inactive: [0, 0], active: [0, 0] })
  })

  test('teams that came after the round are counted among themselves', async () => {
    acme = await company(sizes)
    const id = await round(acme, { month: '2026-11' })
    const now = { ...sizes, 'Ops / Night': 4, 'Ops / Day': 4 }
    await acme.safe.importRoster(acme.dana, roster(now))
    acme.teams = await teamIds(acme.safe)
    await bring(acme, adoptionOf(now, { 'Ops / Night': 2, 'Ops / Day': 2 }, '2026-11'))
    expect(await shown(at('Ops'))).toEqual({ inactive: [4, 4], active: [4, 4] })
    expect(await shown(at('Ops / Day'))).toMatchObject({ pooledAs: 'Day + Night' })
    expect(await counted('2026-11')).toHaveLength((await classesOf(id)).length + 1)
  })
})
