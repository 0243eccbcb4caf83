import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type Visitor } from '../helpers/app.ts'
import { facilitator, retroTeams } from '../helpers/boards.ts'
import { teamIds } from '../helpers/pages.ts'
import { publishRound } from '../helpers/published.ts'

let safe: TestApp
let lead: Visitor
let member: Visitor
let team: string

/** In Payments trust falls from nine in ten to two in ten, and stays there. */
const trusting = [0.9, 0.9, 0.9, 0.2, 0.2]

beforeAll(async () => {
  safe = await retroTeams()
  team = (await teamIds(safe)).get('Payments')!
  for (const [n, share] of trusting.entries())
    await publishRound(safe.context.store, {
      closesAt: new Date(Date.UTC(2026, 5 + n, 20)),
      units: [{ teamIds: [team], path: [], invited: 50 }],
      histogram: ({ key, bands }, ballots) => {
        const favourable = Math.round(ballots * (key === 'ai-trust' ? share : 0.5))
        const good = bands.findIndex((band) => ['favourable', 'high', 'helped'].includes(band))
        return bands.map((_, band) => (band === good ? favourable : band === 1 ? ballots - favourable : 0))
      },
    })
  lead = await safe.signIn(facilitator)
  member = await safe.signIn('payments1@acme.example')
})
afterAll(() => safe.stop())

const overview = async (by: Visitor) => (await by.get(`/overview/${team}`)).body
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)![1]!

test('reliance that keeps falling is a signal, with its rule and its figures, which whoever leads the team can answer', async () => {
  const page = await overview(member)
  expect(page).toContain('Pause and look')
  expect(page).toContain('Fewer say “AI can be relied on” since September 2026.')
  expect(page).not.toContain('Tell the team you have seen it')
  expect(await overview(lead)).toContain('Tell the team you have seen it')
})

test('a note that is too long is kept as it was typed, and told to nobody', async () => {
  const page = await overview(lead)
  const note = `We talked <b>about it</b> ${'x'.repeat(400)}`
  const given = { round: field(page, 'round'), signal: field(page, 'signal'), note }
  const refused = await lead.post(`/teams/${team}/acknowledgements`, given)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('aria-invalid="true"')
  expect(refused.body).toContain(`We talked &lt;b>about it&lt;/b> ${'x'.repeat(400)}`)
  expect(field(refused.body, 'signal')).toBe(given.signal)
  expect(await overview(member)).not.toContain('We talked')
})

test('the team reads the note with the name of who wrote it, and nobody is asked for another', async () => {
  const page = await overview(lead)
  const given = {
    round: field(page, 'round'),
    signal: field(page, 'signal'),
    note: 'We look at it on Monday',
  }
  expect((await member.post(`/teams/${team}/acknowledgements`, given)).statusCode).toBe(403)
  expect((await lead.post(`/teams/${team}/acknowledgements`, given)).statusCode).toBe(303)
  expect(await overview(member)).toMatch(/Fay has seen this:.*We look at it on Monday/s)
  expect(await overview(lead)).not.toContain('Tell the team you have seen it')
})
