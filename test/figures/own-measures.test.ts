import { afterEach, expect, test } from 'vitest'
import { deliveryOf } from '#server/figures/figures.ts'
import { measures } from '#server/storage/schema/figures.ts'
import { bring, company, push, type Company } from './company.ts'

let acme: Company
afterEach(() => acme.safe.stop())

const of = (group: string) => deliveryOf(acme.safe.context.store.read, group)
const at = (path: string) => acme.teams.get(path)!
const measure = { name: 'Feature ideas tried', unit: 'count', better: 'higher', level: 'team' }
const only = async () => (await acme.safe.context.store.read.select().from(measures))[0]!

test('a measure of one’s own is understood in tables by its name, and stands beside the answers', async () => {
  acme = await company({ Payments: 8 })
  expect((await acme.dana.post('/figures/measures', measure)).statusCode).toBe(303)
  expect((await acme.dana.get('/figures/measures')).body).toContain('Feature ideas tried')
  await bring(acme, 'team,month,feature ideas tried,lead time\nPayments,2026-10,4,30')
  const { id } = await only()
  expect((await of(at('Payments'))).map(({ measure: one, value }) => [one, value]).sort()).toEqual(
    [
      [id, 4],
      ['lead-time', 30],
    ].sort(),
  )
})

test('renamed it keeps its history; in another unit it would be another measure, and is refused by its field', async () => {
  acme = await company({ Payments: 8 })
  await acme.dana.post('/figures/measures', measure)
  await bring(acme, 'team,month,measure,value\nPayments,2026-09,Feature ideas tried,4')
  const { id } = await only()
  await acme.dana.post(`/figures/measures/${id}`, { ...measure, name: 'Ideas' })
  await bring(acme, 'team,month,ideas\nPayments,2026-10,5')
  expect((await of(at('Payments'))).map(({ measure: one }) => one)).toEqual([id, id])
  const money = await acme.dana.post(`/figures/measures/${id}`, { ...measure, unit: 'EUR' })
  expect([money.statusCode, money.body.includes('There are figures in another unit')]).toEqual([422, true])
  expect((await only()).unit).toBe('count')
})

test('two measures are never called alike, nor like one that is ready-made', async () => {
  acme = await company({ Payments: 8 })
  await acme.dana.post('/figures/measures', measure)
  for (const name of ['feature IDEAS tried', 'Lead time', 'MTTR', '']) {
    const refused = await acme.dana.post('/figures/measures', { ...measure, name })
    expect([name, refused.statusCode]).toEqual([name, 422])
  }
})

test('a retired measure is taken no more, and its figures stay', async () => {
  acme = await company({ Payments: 8 })
  await acme.dana.post('/figures/measures', measure)
  const file = 'team,month,measure,value\nPayments,2026-10,Feature ideas tried,4'
  await bring(acme, file)
  await acme.dana.post(`/figures/measures/${(await only()).id}`, { ...measure, retired: 'yes' })
  expect((await push(acme, file)).json().report.faults).toMatchObject([{ line: 2, fault: 'measureUnknown' }])
  expect(await of(at('Payments'))).toHaveLength(1)
})

test('spend is shown of twenty people and more, revenue of everybody alone; the preview names what is left out', async () => {
  acme = await company({ 'Eng / Payments': 12, 'Eng / Ledger': 9, Ops: 8 })
  const file = [
    'team,month,measure,value',
    'Eng,2026-10,ai-spend-cents,90000',
    'Eng / Payments,2026-10,ai-spend-cents,50000',
    'Eng,2026-10,revenue per engineer usd,12000',
    'organisation,2026-10,revenue per engineer usd,11000',
  ].join('\n')
  const { id, report } = (await push(acme, file)).json()
  expect(report.tooFine).toEqual([
    { team: 'Eng / Payments', measure: { id: 'ai-spend-cents', name: null } },
    { team: 'Eng', measure: { id: 'revenue-per-engineer-usd', name: null } },
  ])
  expect((await acme.dana.get(`/figures/imports/${id}`)).body).toContain(
    'Eng / Payments: Spent on AI, billed',
  )
  await acme.dana.post(`/figures/imports/${id}/application`, {})
  expect((await of(at('Eng'))).map(({ measure: one }) => one)).toEqual(['ai-spend-cents'])
  expect((await of('organisation')).map(({ measure: one }) => one)).toEqual(['revenue-per-engineer-usd'])
})

test('a month that has not begun and a negative value are faults of their line', async () => {
  acme = await company({ Payments: 8 })
  const file = 'team,month,incidents\nPayments,2027-03,4\nPayments,2026-10,-1'
  expect((await push(acme, file)).json().report.faults).toMatchObject([{ line: 3, fault: 'valueInvalid' }])
  const future = await push(acme, 'team,month,incidents\nPayments,2027-03,4')
  expect(future.json().report.faults).toMatchObject([{ line: 2, fault: 'monthInFuture', value: '2027-03' }])
})
