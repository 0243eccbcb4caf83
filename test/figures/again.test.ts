import { afterEach, expect, test } from 'vitest'
import { code } from '#server/disclosure/exact-or-range.ts'
import { adoptionOf as shownOf } from '#server/figures/figures.ts'
import { replaces } from '#server/figures/kept.ts'
import { adoption } from '#server/storage/schema/figures.ts'
import { adoptionOf, bring, company, push, sample, type Company } from './company.ts'

const k = 5
const coded = ([inactive, active]: [number, number]) => code([inactive, active], ['inactive', 'active'], k)

let acme: Company | undefined
afterEach(async () => {
  await acme?.safe.stop()
  acme = undefined
})

test('a figure is replaced only where at least five seats are others or are used otherwise, whatever the two months', () => {
  const months = Array.from({ length: 13 }, (_, inactive) =>
    Array.from({ length: 13 }, (_, active): [number, number] => [inactive, active]),
  ).flat()
  let replaced = 0
  for (const one of months)
    for (const other of months) {
      if (!replaces(coded(one), coded(other), k)) continue
      replaced++
      // Each seat is inactive, active or not there: so many at least went from one to another.
      const [came, went] = [1, -1].map((sign) =>
        one.reduce((sum, before, n) => sum + Math.max(0, sign * (other[n]! - before)), 0),
      )
      expect([one, other, Math.max(came!, went!) >= k]).toEqual([one, other, true])
    }
  expect(replaced).toBeGreaterThan(1000)
})

test('what is kept follows from what is shown alone: two months with one code are replaced by the same months', () => {
  const all = coded([0, 9])
  expect(coded([1, 8])).toEqual(all)
  for (const active of [0, 2, 4, 6, 8, 12, 15])
    expect(replaces(coded([1, 8]), coded([3, active]), k)).toBe(replaces(all, coded([3, active]), k))
})

const sizes = { 'Eng / Payments': 12, 'Eng / Ledger': 9 }
const at = (path: string) => acme!.teams.get(path)!
/** Everything that anybody can be shown of it. */
const figures = () =>
  Promise.all(
    [...acme!.teams.values(), 'organisation'].map((id) => shownOf(acme!.safe.context.store.read, id)),
  )
const shown = async (group: string) => (await shownOf(acme!.safe.context.store.read, group)).at(-1)?.sum.bands

test('whoever watches a month that is imported every night cannot see one person begin to use a tool', async () => {
  acme = await company(sizes)
  await bring(acme, adoptionOf(sizes, { 'Eng / Payments': 6, 'Eng / Ledger': 4 }))
  const before = await figures()
  for (const active of [7, 8, 9, 10]) {
    const { report } = (
      await push(acme, adoptionOf(sizes, { 'Eng / Payments': active, 'Eng / Ledger': 4 }), {
        query: '?apply=yes',
      })
    ).json()
    expect(report.months).toMatchObject([{ kept: 2 }])
    expect(await figures()).toEqual(before)
    // Without the rule they would.
    expect(coded([12 - active, active])).not.toEqual(coded([6, 6]))
  }
  await bring(acme, adoptionOf(sizes, { 'Eng / Payments': 11, 'Eng / Ledger': 4 }))
  expect(await shown(at('Eng / Payments'))).toEqual({ inactive: [0, 1], active: [11, 12] })
})

test('nor by removing the month between two imports: its groups and figures are compared all the same', async () => {
  acme = await company(sizes)
  const { dana } = acme
  await bring(acme, adoptionOf(sizes, { 'Eng / Payments': 6, 'Eng / Ledger': 4 }))
  const before = await shown('organisation')
  await dana.post('/figures/removals', { kind: 'adoption', source: 'csv', month: '2026-10' })
  expect(await shown('organisation')).toBeUndefined()
  expect((await dana.get('/figures')).body).toContain('There are no figures yet')
  await bring(acme, adoptionOf(sizes, { 'Eng / Payments': 7, 'Eng / Ledger': 4 }))
  expect(await shown('organisation')).toEqual(before)
  const rows = await acme.safe.context.store.read.select().from(adoption)
  expect(rows).toHaveLength(2)
})

test('nor by two previews of the same month that are applied one after the other', async () => {
  acme = await company(sizes)
  const preview = async (active: number) =>
    (await push(acme!, adoptionOf(sizes, { 'Eng / Payments': active }))).json().id as string
  const [one, other] = [await preview(6), await preview(7)]
  acme.safe.clock.advance(60_000)
  const apply = (id: string) => acme!.dana.postJson(`/figures/imports/${id}/application`, {})
  expect((await apply(one)).statusCode).toBe(200)
  expect((await apply(other)).json()).toMatchObject({ error: 'figuresNotReady' })
  expect(await shown(at('Eng / Payments'))).toEqual({ inactive: [6, 6], active: [6, 6] })
})

test('at least as many as on the busiest day goes up by five or not at all', async () => {
  acme = await company({ Payments: 9, Ledger: 9 })
  const peak = (n: number) => sample('copilot-metrics.json').replace('": 9', `": ${n}`)
  await bring(acme, peak(9))
  const before = await shown('organisation')
  await bring(acme, peak(10))
  expect(await shown('organisation')).toEqual(before)
})

test('a month is shown once its vendor corrects it no more: before the fourth day after it, it is left out and said so', async () => {
  acme = await company(sizes)
  const both = `${adoptionOf(sizes, {}, '2026-12')}\n${adoptionOf(sizes, {}, '2027-01').split('\n').slice(1).join('\n')}`
  const { id, report } = (await push(acme, both)).json()
  expect([report.unfinished, report.months.map(({ month }: { month: string }) => month)]).toEqual([
    ['2027-01'],
    ['2026-12'],
  ])
  expect((await acme.dana.get(`/figures/imports/${id}`)).body).toContain('Left out: 2027-01.')
  const alone = await push(acme, adoptionOf(sizes, {}, '2027-01'), { query: '?apply=yes' })
  expect([alone.statusCode, alone.json().report.faults]).toMatchObject([422, [{ fault: 'monthUnfinished' }]])
  acme.safe.clock.advance(Date.parse('2027-02-03T23:59:00Z') - acme.safe.clock.now().getTime())
  expect((await push(acme, adoptionOf(sizes, {}, '2027-01'))).statusCode).toBe(422)
  acme.safe.clock.advance(60_000)
  expect((await push(acme, adoptionOf(sizes, {}, '2027-01'))).statusCode).toBe(200)
})
