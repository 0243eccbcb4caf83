import { afterEach, beforeEach, expect, test } from 'vitest'
import { actionsFor } from '#server/retro/actions/actions.ts'
import { people } from '#server/storage/schema/people.ts'
import { eq } from 'drizzle-orm'
import { companyWithRetros, decide, decideAndDo } from '../../helpers/actions.ts'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import { everythingStored } from '../../helpers/stored.ts'

let safe: TestApp
let dana: Visitor
let fay: Visitor
let ids: Map<string, string>
beforeEach(async () => {
  ;({ safe, dana, fay, ids } = await companyWithRetros())
})
afterEach(() => safe.stop())

const payments = () => ids.get('Eng / Payments')!
const page = async (by: Visitor) => (await by.get(`/teams/${payments()}/actions`)).body
const listed = async (by: Visitor) =>
  (await by.get(`/teams/${payments()}/actions`, { accept: 'application/json' })).json().actions

test('an action is a sentence, an owner, a day and the question it should move, on the page of its team', async () => {
  const form = {
    team: payments(),
    text: 'Review what agents wrote in pairs.',
    owner: 'Person payments2',
    due: '2026-11-30',
    question: 'stress',
  }
  const made = await fay.post('/actions', form)
  expect([made.statusCode, made.headers.location]).toEqual([303, `/teams/${payments()}/actions`])
  const member = await page(await safe.signIn('payments1@acme.example'))
  for (const part of [
    'Review what agents wrote in pairs.',
    'Person payments2',
    '30 November 2026',
    'Should move',
  ])
    expect(member).toContain(part)
  expect(await listed(fay)).toEqual([
    expect.objectContaining({
      text: form.text,
      owner: 'Person payments2',
      due: form.due,
      question: 'stress',
      state: 'open',
    }),
  ])
})

test('a form or a script that is wrong hears so at the field, and what was typed is kept', async () => {
  const wrong = {
    team: payments(),
    text: ' ',
    owner: 'nobody@acme.example',
    due: '2026-02-30',
    question: 'mood',
  }
  const json = await fay.postJson('/actions', wrong)
  expect([json.statusCode, Object.keys(json.json().fields).sort()]).toEqual([
    422,
    ['due', 'owner', 'question', 'text'],
  ])
  const form = await fay.post('/actions', { ...wrong, text: 'Kept' })
  expect(form.statusCode).toBe(422)
  for (const part of [
    'value="Kept"',
    'value="nobody@acme.example"',
    'Please give a day, such as 2026-11-30.',
  ])
    expect(form.body).toContain(part)
  const past = await fay.postJson('/actions', {
    ...wrong,
    text: 'x',
    owner: 'Ada',
    question: '',
    due: '2026-11-01',
  })
  expect(past.json().fields).toEqual({ due: 'This day has passed. Please choose a later one.' })
  expect((await fay.postJson('/actions', { ...wrong, text: 'x'.repeat(201) })).json().fields.text).toContain(
    'too long',
  )
  expect(await listed(fay)).toEqual([])
})

test('an action is of a round there is, or of none', async () => {
  const wanted = {
    text: 'Pair',
    owner: 'fay',
    due: '2026-11-30',
    team: payments(),
    round: 'AAAAAAAAAAAAAAAAAAAAAA',
  }
  expect((await fay.postJson('/actions', wanted)).statusCode).toBe(404)
  expect((await fay.postJson('/actions', { ...wanted, round: '' })).statusCode).toBe(201)
})

test('an owner is found by address, by name or by any part of it; a name nobody has stays a name', async () => {
  const ownerOf = async (owner: string) => {
    const made = await fay.postJson('/actions', {
      team: payments(),
      text: 'Try it',
      owner,
      due: '2026-11-30',
    })
    return made.statusCode === 201 ? made.json().owner : made.json().fields.owner
  }
  expect(await ownerOf('PAYMENTS3@acme.example')).toBe('Person payments3')
  expect(await ownerOf('person payments3')).toBe('Person payments3')
  expect(await ownerOf('payments4')).toBe('Person payments4')
  expect(await ownerOf('fay')).toBe('Fay')
  expect(await ownerOf('Everybody')).toBe('Everybody')
  expect(await ownerOf('person')).toContain('Several people')
  expect(await ownerOf('support1@acme.example')).toContain('Nobody in this team')
})

test('who leads the team decides, the owner may say it is done, everybody else reads', async () => {
  const id = await decide(fay, ids)
  const [owner, colleague, stranger] = [
    await safe.signIn('payments1@acme.example'),
    await safe.signIn('payments2@acme.example'),
    await safe.signIn('support1@acme.example'),
  ]
  const change = { text: 'Other', owner: 'fay', due: '2026-11-30', reason: 'No time' }
  const ways = ['', '/completion', '/drop', '/reopening']
  for (const by of [colleague, stranger, dana])
    for (const way of ways)
      expect([way, (await by.postJson(`/actions/${id}${way}`, change)).statusCode]).toEqual([way, 403])
  for (const way of ['', '/drop', '/reopening'])
    expect((await owner.postJson(`/actions/${id}${way}`, change)).statusCode).toBe(403)
  for (const by of [owner, colleague, stranger, dana])
    expect((await by.postJson('/actions', { ...change, team: payments() })).statusCode).toBe(403)
  for (const by of [stranger, dana])
    expect((await by.get(`/teams/${payments()}/actions`)).statusCode).toBe(403)
  expect(await page(colleague)).not.toContain('<form method="post" action="/actions')
  expect((await listed(colleague))[0].state).toBe('open')

  expect((await owner.get('/actions')).body).toContain('Review in pairs.')
  expect((await owner.post(`/actions/${id}/completion`, {})).statusCode).toBe(303)
  expect((await listed(colleague))[0].state).toBe('done')
  expect((await owner.get('/actions')).body).toContain('You have nothing open.')
  const max = await safe.signIn('max@acme.example')
  expect((await max.postJson(`/actions/${id}/reopening`, {})).json().state).toBe('open')
})

test('it is open, then done, or dropped with a reason; what has ended is not changed but can be opened again', async () => {
  const id = await decide(fay, ids)
  const change = { text: 'Review in threes.', owner: 'Ada', due: '2026-12-01' }
  expect((await fay.postJson(`/actions/${id}`, change)).json()).toMatchObject({
    text: 'Review in threes.',
    owner: 'Ada',
  })
  expect((await fay.postJson(`/actions/${id}/reopening`, {})).json().error).toBe('actionOpen')
  const asked = await fay.get(`/actions/${id}/drop`)
  expect(asked.body).toContain('Drop this action?')
  expect((await fay.post(`/actions/${id}/drop`, { reason: '' })).statusCode).toBe(422)
  await fay.post(`/actions/${id}/drop`, { reason: 'Nobody had the time.' })
  expect(await page(fay)).toContain('Why: Nobody had the time.')
  for (const way of ['', '/completion', '/drop'])
    expect((await fay.postJson(`/actions/${id}${way}`, { ...change, reason: 'x' })).json().error).toBe(
      'actionEnded',
    )
  expect((await fay.get(`/actions/${id}/edit`)).statusCode).toBe(409)
  expect((await fay.postJson(`/actions/${id}/reopening`, {})).json()).toMatchObject({
    state: 'open',
    reason: null,
  })
})

test('an action goes on having its owner when that owner has moved to another team', async () => {
  const id = await decide(fay, ids, { owner: 'payments1@acme.example' })
  const { read } = safe.context.store
  const [owner] = await read.select().from(people).where(eq(people.email, 'payments1@acme.example'))
  await dana.post(`/people/${owner!.id}`, {
    email: owner!.email,
    name: owner!.name!,
    teamId: ids.get('Ops / Support')!,
    answers: 'yes',
  })
  const change = { text: 'Review in pairs.', owner: 'Person payments1', due: '2026-12-15' }
  await fay.postJson(`/actions/${id}`, change)
  const moved = await safe.signIn('payments1@acme.example')
  expect((await moved.get('/actions')).body).toContain('15 December 2026')
  expect((await moved.post(`/actions/${id}/completion`, {})).headers.location).toBe('/actions')
})

test('who is removed from the roster leaves no name with an action either', async () => {
  await decide(fay, ids, { owner: 'payments1@acme.example' })
  const { read } = safe.context.store
  const [owner] = await read.select().from(people).where(eq(people.email, 'payments1@acme.example'))
  await dana.post(`/people/${owner!.id}/removal`, {})
  expect(await page(fay)).toContain('a former colleague')
  expect(await everythingStored(safe.context.store)).not.toContain('Person payments1')
})

test('the next retro begins with what is open, and what became of the rest since the last one', async () => {
  const early = await decideAndDo(fay, ids, { text: 'Early' })
  safe.clock.advance(24 * 60 * 60 * 1000)
  const lastRetro = safe.clock.now()
  const done = await decideAndDo(fay, ids, { text: 'Done' })
  const [later, sooner] = [
    await decide(fay, ids, { text: 'Later', due: '2026-12-20' }),
    await decide(fay, ids, { text: 'Sooner', due: '2026-12-01' }),
  ]
  await decide(fay, ids, { text: 'Elsewhere', team: 'Eng / Risk', owner: 'Ada' })
  const { read } = safe.context.store
  const carried = await actionsFor(read, payments(), lastRetro)
  expect(carried.open.map(({ id }) => id)).toEqual([sooner, later])
  expect(carried.ended.map(({ id }) => id)).toEqual([done])
  expect((await actionsFor(read, payments())).ended.map(({ id }) => id)).toEqual([done, early])
})

test('nothing that was typed into an action runs or looks like a page', async () => {
  const text = '<script>alert(1)</script>'
  const id = await decide(fay, ids, { text, owner: '<b>Ada</b>' })
  await fay.post(`/actions/${id}/drop`, { reason: '<img src=x>' })
  const shown = await page(fay)
  for (const planted of [text, '<b>Ada', '<img']) expect(shown).not.toContain(planted)
  expect(shown).toContain('&lt;script>')
})
