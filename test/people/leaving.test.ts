import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ 'Eng / Payments': 30, 'Eng / Risk': 29 }))
})
afterEach(() => safe.stop())

const preview = async (csv: string): Promise<string> =>
  (await dana.postJson('/roster/imports', { roster: csv })).json().id
const headcount = () => safe.context.store.read.$count(people)
const twoLines = 'email,team\npayments1@acme.example,Eng / Payments'

test('a file that would make most people leave shows them first, unfolded, and asks how many', async () => {
  const page = (await dana.get(`/roster/imports/${await preview(twoLines)}`)).body
  expect(page).toContain('58 people of 60 would leave')
  expect(page.indexOf('Leave: 58')).toBeLessThan(page.indexOf('name="leaving"'))
  expect(page.slice(page.indexOf('Leave: 58'))).toMatch(/^Leave: 58<\/h2><details open>/)
  expect(page.match(/Leave: 58/g)).toHaveLength(1)
})

test('one press does not apply it, neither does another number', async () => {
  const id = await preview(twoLines)
  for (const leaving of ['', '2', '59', 'all']) {
    const refused = await dana.post(`/roster/imports/${id}/application`, { leaving })
    expect([leaving, refused.statusCode]).toEqual([leaving, 422])
    expect(refused.body).toContain('This is not how many leave')
    expect(refused.body).toContain(`id="leaving" name="leaving" type="number"`)
  }
  expect(await headcount()).toBe(60)
})

test('with the number it is applied', async () => {
  const id = await preview(twoLines)
  expect((await dana.post(`/roster/imports/${id}/application`, { leaving: ' 58 ' })).statusCode).toBe(303)
  expect(await headcount()).toBe(2)
})

test('a script is told why, and gives the number', async () => {
  const id = await preview(twoLines)
  const refused = await dana.postJson(`/roster/imports/${id}/application`, {})
  expect([refused.statusCode, refused.json()]).toEqual([
    422,
    { error: 'invalid', fields: { leaving: expect.stringContaining('how many leave') } },
  ])
  const applied = await dana.postJson(`/roster/imports/${id}/application`, { leaving: 58 })
  expect(applied.json()).toMatchObject({ state: 'applied', manyLeave: false })
})

test('up to a fifth leave without a question, and of few people up to three', async () => {
  const some = await preview(roster({ 'Eng / Payments': 30, 'Eng / Risk': 17 }))
  expect((await dana.postJson(`/roster/imports/${some}/application`, {})).json().state).toBe('applied')
  await safe.importRoster(dana, roster({ 'Eng / Payments': 6 }))
  const three = await preview(roster({ 'Eng / Payments': 3 }))
  expect((await dana.postJson(`/roster/imports/${three}/application`, {})).json().state).toBe('applied')
  expect(await headcount()).toBe(4)
})
