import { afterEach, beforeEach, expect, test } from 'vitest'
import { usualPlaces } from '#server/questionnaire/places.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
})
afterEach(() => safe.stop())

const plan = async (fields: object) => {
  const response = await dana.postJson('/rounds', fields)
  expect(response.statusCode).toBe(201)
  return response.json()
}
const faultsOf = async (fields: object): Promise<string[]> => {
  const response = await dana.postJson('/rounds', fields)
  expect(response.statusCode).toBe(422)
  return Object.keys(response.json().fields).toSorted()
}
const planned = async () => (await safe.context.store.read.select().from(rounds)).at(-1)!
const asked = async () => (await planned()).selection

/** What a browser would send if the form were submitted as it stands. */
function formIn(page: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => (fields[name] ??= []).push(value)
  const body = page.slice(page.indexOf('<form method="post" action="/rounds'))
  for (const [input] of body.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]
    if (attribute('type') !== 'checkbox' || / checked/.test(input))
      add(attribute('name')!, attribute('value') ?? '')
  }
  for (const [, name, options] of body.matchAll(/<select name="([^"]+)".*?>(.*?)<\/select>/g))
    add(name!, /value="([^"]+)" selected/.exec(options!)![1]!)
  return fields
}

test('with nothing said, a round asks everybody the core and the first turn for a week from tomorrow nine o’clock', async () => {
  expect(await plan({})).toMatchObject({
    name: 'November 2026',
    month: '2026-11',
    opensAt: '2026-11-03T08:00:00.000Z',
    closesAt: '2026-11-10T16:00:00.000Z',
    threshold: 5,
    state: 'scheduled',
  })
  const proposed = usualPlaces.filter(({ place, turn }) => place === 'core' || turn === 1)
  expect(await asked()).toEqual(
    proposed.map(({ question: one }) => ('cut' in one ? { id: one.id, cut: one.cut } : { id: one.id })),
  )
  expect((await planned()).teamIds).toBeNull()
})

test('the form, sent as it is proposed, plans the same as a script that says nothing', async () => {
  await plan({})
  const { id: _script, ...fromScript } = await planned()
  const form = formIn((await dana.get('/rounds/new')).body)
  expect(form.opensAt).toEqual(['2026-11-03T09:00'])
  const { location } = (await dana.post('/rounds', form)).headers
  const rows = await safe.context.store.read.select().from(rounds)
  const { id, ...fromForm } = rows.find((row) => location === `/rounds/${row.id}`)!
  expect(fromForm).toEqual(fromScript)
  const again = formIn((await dana.get(`/rounds/${id}/edit`)).body)
  expect(again).toEqual(form)
})

const faulty = { name: ' ', month: '2026-13', opensAt: 'soon', closesAt: '', threshold: '4' }

test('everything wrong with a plan is told at once, at its field, and what was typed is kept', async () => {
  expect(await faultsOf(faulty)).toEqual(['closesAt', 'month', 'name', 'opensAt', 'threshold'])
  const page = await dana.post('/rounds', {
    ...faulty,
    questions: ['', 'stress'],
    'cuts.stress': 'organisation',
  })
  expect(page.statusCode).toBe(422)
  const sentences = [
    'Please fill this in.',
    'Please give the month as year and month, such as 2026-11.',
    'Please give a date and a time.',
    'The threshold is a whole number from 5 to 100.',
  ]
  for (const sentence of sentences) expect(page.body).toContain(sentence)
  const kept = formIn(page.body)
  expect(kept).toMatchObject({
    month: ['2026-13'],
    opensAt: ['soon'],
    threshold: ['4'],
    questions: ['', 'stress'],
  })
  expect(kept['cuts.stress']).toEqual(['organisation'])
  expect(await safe.context.store.read.$count(rounds)).toBe(0)
})

test('a round is planned within a few years, never in the year 1 or 9999', async () => {
  const far = {
    opensAt: '0001-01-01T09:00',
    closesAt: '9999-12-31T17:00',
    remindsAt: '9999-12-01T17:00',
    month: '9999-01',
  }
  expect(await faultsOf(far)).toEqual(['closesAt', 'month', 'opensAt', 'remindsAt'])
})

test('a script is told of every round in JSON', async () => {
  const { id } = await plan({ name: 'December' })
  const told = (await dana.get('/rounds', { accept: 'application/json' })).json()
  expect(told.rounds).toEqual([expect.objectContaining({ id, name: 'December', state: 'scheduled' })])
})

test('a threshold is a whole number from 5 to 100, never less', async () => {
  for (const threshold of [4, 0, -5, 5.5, 101, 'five', '', null, '5e0x', '0x10', [7], '7e0', true])
    expect(await faultsOf({ threshold })).toEqual(['threshold'])
  for (const threshold of [5, '7', 100]) expect((await plan({ threshold })).threshold).toBe(Number(threshold))
})

test('a round closes at least an hour after it opens, and not in the past', async () => {
  const opensAt = '2026-12-01T09:00'
  expect(await faultsOf({ opensAt, closesAt: '2026-11-30T09:00' })).toEqual(['closesAt'])
  expect(await faultsOf({ opensAt, closesAt: '2026-12-01T09:59' })).toEqual(['closesAt'])
  expect((await plan({ opensAt, closesAt: '2026-12-01T10:00' })).closesAt).toBe('2026-12-01T09:00:00.000Z')
  expect(await faultsOf({ opensAt: '2026-10-01T09:00', closesAt: '2026-11-02T09:59' })).toEqual(['closesAt'])
})

test('times are the organisation’s, on either side of a change of clocks, and come back as they were typed', async () => {
  const typed = { opensAt: '2027-03-27T09:00', closesAt: '2027-03-28T09:00' }
  const { id, opensAt, closesAt } = await plan(typed)
  expect([opensAt, closesAt]).toEqual(['2027-03-27T08:00:00.000Z', '2027-03-28T07:00:00.000Z'])
  expect(formIn((await dana.get(`/rounds/${id}/edit`)).body)).toMatchObject({
    opensAt: [typed.opensAt],
    closesAt: [typed.closesAt],
  })
  await dana.post('/settings', { name: 'Acme', timeZone: 'America/New_York' })
  expect((await plan(typed)).opensAt).toBe('2027-03-27T13:00:00.000Z')
})

test('a proposal made just before a change of clocks still ends at five in the afternoon', async () => {
  safe.clock.advance(Date.parse('2027-03-26T12:00Z') - safe.clock.now().getTime())
  dana = await safe.signIn(administrator)
  expect(await plan({})).toMatchObject({
    opensAt: '2027-03-27T08:00:00.000Z',
    closesAt: '2027-04-03T15:00:00.000Z',
  })
})

test('a script may give instants with their offset', async () => {
  const given = { opensAt: '2026-12-01T09:00:00+05:30', closesAt: '2026-12-02T00:00:00Z' }
  expect(await plan(given)).toMatchObject({
    opensAt: '2026-12-01T03:30:00.000Z',
    closesAt: '2026-12-02T00:00:00.000Z',
  })
})

test('each question is cut as chosen, by a form and by a script alike', async () => {
  await plan({ questions: ['stress', 'ai-trust'], cuts: { stress: 'organisation' } })
  expect(await asked()).toEqual([
    { id: 'ai-trust', cut: 'unit' },
    { id: 'stress', cut: 'organisation' },
  ])
  await dana.post('/rounds', { questions: ['', 'stress'], 'cuts.stress': 'area', 'cuts.ai-trust': 'area' })
  const rows = await safe.context.store.read.select().from(rounds)
  expect(rows.map(({ selection }) => selection)).toContainEqual([{ id: 'stress', cut: 'area' }])
  expect(await faultsOf({ cuts: { stress: 'person' } })).toEqual(['cuts.stress'])
})

test('experience is asked when a question is cut by it, and only then', async () => {
  const attribute = async (fields: object) => {
    const { id } = await plan(fields)
    const rows = await safe.context.store.read.select().from(rounds)
    return rows.find((row) => row.id === id)!.selection.some((one) => one.id === 'experience')
  }
  expect(await attribute({ questions: ['stress'], cuts: { stress: 'experience' } })).toBe(true)
  expect(await attribute({ questions: ['stress'] })).toBe(false)
  expect(await attribute({ questions: ['ai-trust'], cuts: { stress: 'experience' } })).toBe(false)
})

test('a question named twice, one that does not exist and an attribute as a question are refused', async () => {
  for (const questions of [
    ['stress', 'stress'],
    ['stress', 'nonsense'],
    ['stress', 'experience'],
  ])
    expect(await faultsOf({ questions })).toEqual(['questions'])
})

test('a round without a question cannot be planned', async () => {
  expect(await faultsOf({ questions: [] })).toEqual(['questions'])
  expect((await dana.post('/rounds', { questions: '' })).statusCode).toBe(422)
  expect(await safe.context.store.read.$count(rounds)).toBe(0)
})

test('a round may ask some teams, with all below them; a team that is not in the tree is refused', async () => {
  await safe.importRoster(dana, roster({ 'Eng / Payments': 7, 'Eng / Risk': 7, Sales: 9 }))
  expect(await faultsOf({ teams: ['gone'] })).toEqual(['teams'])
  const form = (await dana.get('/rounds/new')).body
  const eng = /name="teams" value="([^"]+)"[^>]*><label[^>]*>Eng</.exec(form)![1]!
  const { id } = await plan({ teams: [eng] })
  const page = (await dana.get(`/rounds/${id}`)).body
  expect(page).toContain('Payments')
  expect(page).not.toContain('Sales')
})

test('a planned round can be changed, one that is not there cannot', async () => {
  const { id } = await plan({})
  expect((await dana.postJson(`/rounds/${id}`, { name: 'Pulse', threshold: 6 })).json()).toMatchObject({
    name: 'Pulse',
    threshold: 6,
  })
  expect((await dana.get('/rounds')).body).toContain('Pulse')
  expect((await dana.postJson('/rounds/nowhere', {})).statusCode).toBe(404)
})

test('a plan with what is no choice is refused on the page, and told in a sentence all the same', async () => {
  const form = { name: 'Next', questions: ['stress'], 'cuts.stress': '{}' }
  const refused = await dana.post('/rounds', form)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('1 question, about 5 seconds; everybody.')
})

test('a second reminder is kept when something else is changed, moves with the close, and stands on the page', async () => {
  const opensAt = '2026-11-10T09:00:00Z'
  const times = { opensAt, closesAt: '2026-11-20T09:00:00Z', remindsAt: '2026-11-15T09:00:00Z' }
  const made = await dana.postJson('/rounds', { ...times, remindsAgainAt: '2026-11-19T09:00:00Z' })
  const { id } = made.json()
  const renamed = (await dana.postJson(`/rounds/${id}`, { name: 'Other' })).json()
  expect(renamed.remindsAgainAt).toBe('2026-11-19T09:00:00.000Z')
  const moved = (await dana.postJson(`/rounds/${id}`, { closesAt: '2026-11-18T09:00:00Z' })).json()
  expect([moved.remindsAt, moved.remindsAgainAt]).toEqual([
    '2026-11-13T09:00:00.000Z',
    '2026-11-17T09:00:00.000Z',
  ])
  const { body } = await dana.get(`/rounds/${id}`)
  expect(body).toContain('13 November 2026')
  expect(body).toContain('17 November 2026')
  const outside = await dana.postJson(`/rounds/${id}`, { remindsAgainAt: '2026-11-19T09:00:00Z' })
  expect(Object.keys(outside.json().fields)).toEqual(['remindsAgainAt'])
})
