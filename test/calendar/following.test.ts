import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rounds } from '#server/storage/schema/rounds.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8, Ledger: 7 }))
  await dana.postJson('/calendar', {})
  await safe.minute()
})
afterEach(() => safe.stop())

const all = async () =>
  (await safe.context.store.read.select().from(rounds)).sort((a, b) => +a.opensAt - +b.opensAt)
const planned = async () => (await all()).filter(({ state }) => state === 'scheduled')
const states = async () => Object.fromEntries((await all()).map(({ month, state }) => [month, state]))

async function until(moment: string, step = day) {
  while (safe.clock.now() < new Date(moment)) {
    safe.clock.advance(Math.min(step, +new Date(moment) - +safe.clock.now()))
    await safe.minute()
  }
}

test('once the rule is set the next round is planned by it, and nobody has to do anything more', async () => {
  expect(await states()).toEqual({ '2026-12': 'scheduled' })
  await until('2026-12-07T08:05:00Z')
  expect(await states()).toEqual({ '2026-12': 'open', '2027-01': 'scheduled' })
  expect(safe.letters.filter(({ text }) => text.includes('/answer#'))).toHaveLength(15)
  await until('2026-12-14T08:05:00Z')
  expect(await states()).toEqual({ '2026-12': 'closed', '2027-01': 'scheduled' })
})

test('everybody who was asked is told once that results are in, and why there are none', async () => {
  await until('2026-12-15T08:00:00Z')
  const told = safe.letters.filter(({ subject }) => subject.includes('no results of December 2026'))
  expect(new Set(told.map(({ to }) => to)).size).toBe(15)
  expect(told).toHaveLength(15)
})

test('a tick more, or a hundred, plans and opens nothing twice', async () => {
  for (let n = 0; n < 5; n++) await safe.minute()
  expect(await planned()).toHaveLength(1)
  await until('2026-12-07T08:00:00Z')
  for (let n = 0; n < 5; n++) await safe.minute()
  expect(await states()).toEqual({ '2026-12': 'open', '2027-01': 'scheduled' })
})

test('in its quarter the quarterly questions are asked too, in other months the pulse alone', async () => {
  const [december] = await planned()
  await until('2026-12-07T08:05:00Z')
  const [january] = await planned()
  expect(january!.selection.length).toBeGreaterThan(december!.selection.length)
})

test('a server that was off for five days opens on the next working day, for as long as usual', async () => {
  await until('2026-12-04T08:00:00Z')
  safe.clock.advance(+new Date('2026-12-10T21:00:00Z') - +safe.clock.now())
  await safe.minute()
  expect(await planned()).toMatchObject([
    {
      month: '2026-12',
      opensAt: new Date('2026-12-11T08:00:00Z'),
      closesAt: new Date('2026-12-18T08:00:00Z'),
    },
  ])
  await until('2026-12-11T08:00:00Z')
  expect(await states()).toMatchObject({ '2026-12': 'open' })
})

test('one that was off for a month leaves the month out, and does not ask twice in the next', async () => {
  safe.clock.advance(+new Date('2026-12-30T10:00:00Z') - +safe.clock.now())
  await safe.minute()
  expect(await states()).toEqual({ '2027-01': 'scheduled' })
})

test('late by some hours, it opens at once and closes when it was to', async () => {
  safe.clock.advance(+new Date('2026-12-07T15:00:00Z') - +safe.clock.now())
  await safe.minute()
  expect((await all())[0]).toMatchObject({ state: 'open', closesAt: new Date('2026-12-14T08:00:00Z') })
})

test('never two at once: while another is open the calendar waits, and opens on a working day after', async () => {
  await until('2026-12-04T08:00:00Z')
  const again = await safe.signIn(administrator)
  const { id } = (await again.postJson('/rounds', { closesAt: '2026-12-08T08:00:00Z' })).json()
  await again.postJson(`/rounds/${id}/opening`, {})
  await until('2026-12-08T07:00:00Z')
  expect((await all()).filter(({ state }) => state === 'open').map((one) => one.id)).toEqual([id])
  await until('2026-12-09T08:00:00Z')
  expect((await all()).filter(({ state }) => state === 'open').map((one) => one.calendarMonth)).toEqual([
    '2026-12',
  ])
})

test('a month left out is not asked, everybody is told why once, and it can be asked after all', async () => {
  const before = safe.letters.length
  await dana.postJson('/calendar/skips', { month: '2026-12', word: 'Everybody is on holiday.', tell: true })
  await safe.minute()
  expect(await states()).toEqual({ '2027-01': 'scheduled' })
  const told = safe.letters.slice(before)
  expect(told).toHaveLength(15)
  expect(told[0]!.text).toContain('Everybody is on holiday.')
  expect(told[0]!.subject).toContain('December 2026')
  await dana.postJson('/calendar/skips/removal', { month: '2026-12' })
  await safe.minute()
  expect(await states()).toEqual({ '2026-12': 'scheduled' })
})

test('paused, nothing opens; nobody is told who was not to be; going on plans the next', async () => {
  await dana.postJson('/calendar/pause', { pauseWord: 'Reorganisation' })
  await until('2026-12-20T08:00:00Z')
  expect(await states()).toEqual({})
  expect(safe.letters.filter(({ text }) => text.includes('Reorganisation'))).toEqual([])
  const again = await safe.signIn(administrator)
  await again.postJson('/calendar/resumption', {})
  await safe.minute()
  expect(await states()).toEqual({ '2027-01': 'scheduled' })
})

test('what somebody changed in a plan is kept, whatever becomes of the rule', async () => {
  const [round] = await planned()
  const plan = { name: 'December, shorter', opensAt: '2026-12-08T09:00', closesAt: '2026-12-10T09:00' }
  expect((await dana.postJson(`/rounds/${round!.id}`, plan)).statusCode).toBe(200)
  expect((await dana.postJson('/calendar', { weekday: 3, withoutMonths: [11] })).statusCode).toBe(200)
  await safe.minute()
  expect(await planned()).toMatchObject([{ name: 'December, shorter', month: '2026-12' }])
})

test('a new rule moves the round that is planned', async () => {
  await dana.postJson('/calendar', { weekday: 3, time: '14:00' })
  await safe.minute()
  expect(await planned()).toMatchObject([{ opensAt: new Date('2026-11-04T13:00:00Z'), month: '2026-11' }])
})

test('a question retired since is not asked', async () => {
  const asked = async () => (await planned())[0]!.selection.map(({ id }) => id)
  expect(await asked()).toContain('stress')
  await dana.postJson('/questions/stress/retirement', {})
  await safe.minute()
  expect(await asked()).not.toContain('stress')
})

test('a planned month that is cancelled stays so', async () => {
  const [round] = await planned()
  await dana.postJson(`/rounds/${round!.id}/cancellation`, {})
  await safe.minute()
  expect(await states()).toEqual({ '2026-12': 'cancelled', '2027-01': 'scheduled' })
})

test('a clock that jumps ahead by a day and is set back opens a month once', async () => {
  await until('2026-12-06T12:00:00Z')
  safe.clock.advance(day)
  await safe.minute()
  expect(await states()).toMatchObject({ '2026-12': 'open' })
  const letters = safe.letters.length
  safe.clock.advance(-day)
  for (let n = 0; n < 3; n++) await safe.minute()
  await until('2026-12-08T12:00:00Z')
  expect(await states()).toEqual({ '2026-12': 'open', '2027-01': 'scheduled' })
  expect(safe.letters).toHaveLength(letters)
})

test('before a round is opened by hand the page says whom it mails', async () => {
  const [december] = await planned()
  const { body } = await dana.get(`/rounds/${december!.id}/opening`)
  expect(body).toContain('Everybody who answers will get a mail with a link of their own: 15 people.')
  const { id } = (await dana.postJson('/rounds', { teams: ['Ledger'] })).json()
  expect((await dana.get(`/rounds/${id}/opening`)).body).toContain('7 people of Ledger')
  expect(safe.letters).toEqual([])
})

test('what the clock did is logged as by schedule', async () => {
  await until('2026-12-14T09:00:00Z')
  const again = await safe.signIn(administrator)
  const { body } = await again.get('/audit')
  const rows = body.split('<tr>').filter((row) => /round (opened|closed)/.test(row))
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(row).toContain('by schedule')
})

test('a round closed early says when, everywhere, and history goes by the months', async () => {
  const [december] = await planned()
  await until('2026-12-07T09:00:00Z')
  const again = await safe.signIn(administrator)
  safe.clock.advance(day)
  await again.postJson(`/rounds/${december!.id}/closure`, {})
  const [closed] = await safe.context.store.read.select().from(rounds).where(eq(rounds.id, december!.id))
  expect(closed!.closesAt).toEqual(safe.clock.now())
  expect((await again.get(`/rounds/${december!.id}`)).body).toContain('8 December 2026')
})

test('the feed has the dates and nothing else, for who has its address', async () => {
  const { body } = await dana.get('/calendar')
  const address = /\/calendar\.ics\?key=[\w-]+/.exec(body)![0]
  const feed = await safe.visitor().get(address)
  expect(feed.headers['content-type']).toContain('text/calendar')
  expect(feed.body.match(/BEGIN:VEVENT/g)).toHaveLength(6)
  expect(feed.body).toContain('DTSTART:20261207T080000Z')
  expect(feed.body).toContain('DTEND:20261214T080000Z')
  expect((await safe.visitor().get('/calendar.ics?key=other')).statusCode).toBe(404)
  expect((await safe.visitor().get('/calendar.ics')).statusCode).toBe(404)
})

test('a rule that cannot be is refused field by field, and what was typed is given back', async () => {
  for (const [wrong, field] of [
    [{ week: '6' }, 'week'],
    [{ time: '25:00' }, 'time'],
    [{ openDays: '22' }, 'openDays'],
    [{ reminder: '7' }, 'reminder'],
    [{ threshold: '4' }, 'threshold'],
    [{ withoutMonths: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] }, 'withoutMonths'],
    [{ quarterMonths: ['13'] }, 'quarterMonths'],
  ] as const) {
    const refused = await dana.postJson('/calendar', wrong)
    expect([refused.statusCode, Object.keys(refused.json().fields)]).toEqual([422, [field]])
  }
  const form = await dana.post('/calendar', { time: '25:00', openDays: '9' })
  expect(form.body).toContain('value="25:00"')
  expect(form.body).toContain('value="9"')
})
