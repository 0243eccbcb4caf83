import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { deliveryOf } from '#server/figures/figures.ts'
import { cappedSum } from '#server/figures/spend.ts'
import { bring, company, type Company } from './company.ts'

let acme: Company | undefined
afterEach(async () => {
  await acme?.safe.stop()
  acme = undefined
})

const parts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 20, maxLength: 60 })

test('nobody counts for more than the fifth-largest: what the largest spent above that changes nothing', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 5000 }), (all, more) => {
      const { sum, cap } = cappedSum(all, 5)
      const largest = all.indexOf(Math.max(...all))
      expect(cappedSum(all.with(largest, all[largest]! + more), 5)).toEqual({ sum, cap })
      expect(all.filter((one) => one >= cap).length).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('without any one person the sum is less by their part, which is the cap at most, and by what it lowers the cap', () => {
  fc.assert(
    fc.property(parts, fc.nat(), (all, n) => {
      const { sum, cap } = cappedSum(all, 5)
      const without = cappedSum(all.with(n % all.length, 0), 5)
      expect(sum - without.sum).toBeLessThanOrEqual(cap + 5 * (cap - without.cap))
    }),
  )
})

/** A page of Claude Code: of so many people, each at a price in cents. */
const claude = (cents: number[]) =>
  JSON.stringify({
    data: cents.map((amount, n) => ({
      date: '2026-10-05T00:00:00Z',
      actor: { type: 'user_actor', email_address: `payments${n + 1}@acme.example` },
      core_metrics: { num_sessions: 1 },
      model_breakdown: [{ model: 'm', estimated_cost: { currency: 'USD', amount } }],
    })),
    has_more: false,
  })

const spent = async (group = 'organisation') => deliveryOf(acme!.safe.context.store.read, group)

test('what a vendor reckons is shown of everybody together, capped and to two digits, in a unit of its own', async () => {
  acme = await company({ Payments: 24 })
  await bring(acme, claude([90_000, ...Array.from({ length: 21 }, () => 2000)]))
  expect(await spent()).toEqual([
    {
      month: '2026-10',
      source: 'claude-code',
      measure: 'ai-spend-estimate',
      value: 440,
      standsFor: 22,
    },
  ])
  expect(await spent(acme.teams.get('Payments'))).toEqual([])
})

test('of fewer than twenty people nothing is shown of what they spent', async () => {
  acme = await company({ Payments: 24 })
  await bring(acme, claude(Array.from({ length: 19 }, () => 2000)))
  expect(await spent()).toEqual([])
})

test('imported again with one person who spent otherwise, the month shows what it showed', async () => {
  acme = await company({ Payments: 24 })
  const all = Array.from({ length: 22 }, () => 2000)
  await bring(acme, claude(all))
  const before = await spent()
  await bring(acme, claude(all.with(0, 0)))
  expect(await spent()).toEqual(before)
  await bring(acme, claude(all.map((cents, n) => (n < 12 ? 0 : cents))))
  expect((await spent())[0]!.value).toBe(200)
})

test('credits are credits: a report of Copilot tells them in their own unit', async () => {
  acme = await company({ Payments: 24 })
  const rows = Array.from({ length: 20 }, (_, n) => ({
    user_login: `payments${n + 1}@acme.example`,
    day: '2026-10-05',
    ai_credits_used: 30,
  }))
  await bring(acme, rows.map((row) => JSON.stringify(row)).join('\n'))
  expect((await spent()).map(({ measure, value }) => [measure, value])).toEqual([['ai-spend-credits', 600]])
})

test('another currency is a fault that names its field', async () => {
  acme = await company({ Payments: 24 })
  const file = claude([100]).replace('USD', 'EUR')
  const answer = await acme.safe.app.inject({
    method: 'POST',
    url: '/figures/imports',
    headers: {
      host: 'localhost:3000',
      'content-type': 'application/json',
      authorization: `Bearer ${acme.token}`,
    },
    payload: file,
  })
  expect(answer.json().report.faults).toMatchObject([{ fault: 'fieldInvalid', value: 'model_breakdown' }])
})
