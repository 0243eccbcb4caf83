import { afterEach, expect, test, vi } from 'vitest'
import type { Respondent } from '#server/sample/respondent.ts'
import { openCompany, rated, respondents, seeded } from '../helpers/attacks.ts'
import type { TestApp } from '../helpers/app.ts'
import { extent } from './extent.ts'

vi.setConfig({ testTimeout: 300_000 })

const day = 24 * 60 * 60 * 1000
const jumps = extent(20, 2000)

let safe: TestApp
afterEach(() => safe.stop())

test('a clock that jumps a day forth and back mails, reminds, counts and closes once', async () => {
  const random = seeded('a clock that jumps')
  const company = await openCompany({ Payments: 8, Ledger: 8 })
  safe = company.safe
  const { closesAt, remindsAt } = (
    await company.dana.get(`/rounds/${company.id}`, { accept: 'application/json' })
  ).json()
  const [closes, reminds] = [Date.parse(closesAt), Date.parse(remindsAt)]
  const everybody = [...(await respondents(safe)).values()]
  const waiting: [number, Respondent][] = [...everybody.entries()]

  const first = safe.clock.now().getTime()
  for (let n = 0; n < jumps; n++) {
    const jump = [-day, 0, day][Math.floor(random() * 3)]!
    const then = safe.clock.now().getTime() + jump
    // Never so far that it closes, or that the time was before the round.
    if (then > first - day && then < closes - day / 2) safe.clock.advance(jump)
    await safe.minute()
    if (random() < everybody.length / jumps) await answered(waiting.pop())
  }
  while (waiting.length > 0) await answered(waiting.pop())
  safe.clock.advance(Math.max(0, reminds - safe.clock.now().getTime()))
  await safe.minute()
  safe.clock.advance(closes + day - safe.clock.now().getTime())
  await safe.minute()
  safe.clock.advance(-2 * day)
  await safe.minute()

  const { receipts } = (await safe.visitor().get(`/rounds/${company.id}/receipts.json`)).json()
  expect(receipts).toEqual(everybody.map(({ receipt }) => receipt).sort())
  const asked = safe.letters.filter(({ text }) => text.includes('/answer#')).map(({ to }) => to)
  const times = new Map(asked.map((to) => [to, asked.filter((one) => one === to).length]))
  // The invitation and one reminder.
  expect([...times.values()]).toEqual(everybody.map(() => 2))
  expect(safe.reports).toEqual([])
})

async function answered(next: [number, Respondent] | undefined) {
  if (next) await next[1].answer(rated(1 + (next[0] % 5)))
}
