import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import { facilitator, retroTeams, screenOf, startBoard } from '../../helpers/boards.ts'

let safe: TestApp
let fay: Visitor

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
})
afterAll(() => safe.stop())

const columnsOf = async (fields: object) => (await screenOf(await startBoard(fay, fields), fay)).sight.columns

test('a sailboat has wind, anchor, rocks and island, and an exercise of the kit its columns and its question', async () => {
  expect((await columnsOf({ template: 'sailboat' })).map((name: string) => name.split(':')[0])).toEqual([
    'Wind',
    'Anchor',
    'Rocks',
    'Island',
  ])
  const exercise = await screenOf(await startBoard(fay, { template: 'exercise-decisions' }), fay)
  expect(exercise.sight.columns).toEqual(['A tool could have', 'It could not', 'More of this'])
  expect(exercise.sight.topics[0].cards[0].text).toContain('The last three decisions')
})

test('columns that are saved are there for every retro of the organisation, until somebody who leads removes them', async () => {
  await startBoard(fay, { template: 'own', columns: ['Sun', 'Rain'], saveAs: 'Weather' })
  await startBoard(fay, { template: 'own', columns: ['Sun', 'Rain', 'Wind'], saveAs: 'Weather' })
  const max = await safe.signIn('max@acme.example')
  const page = (await max.get('/boards')).body
  expect(page.match(/Saved: Weather/g)).toHaveLength(1)
  const id = /value="(saved-[\w-]{22})"/.exec(page)![1]!
  expect(await columnsOf({ template: id })).toEqual(['Sun', 'Rain', 'Wind'])
  const removal = `/boards/templates/${id.replace('saved-', '')}/removal`
  const member = await safe.signIn('payments1@acme.example')
  expect((await member.postJson(removal, {})).statusCode).toBe(403)
  expect((await max.postJson(removal, {})).statusCode).toBe(200)
  expect((await max.get('/boards')).body).not.toContain('Weather')
})

test('a template there is not is told at its field', async () => {
  const team = /<option value="([\w-]{22})"[^>]*>Payments/.exec((await fay.get('/boards')).body)![1]!
  const refused = await fay.postJson('/boards', { team, template: 'saved-gone' })
  expect([refused.statusCode, Object.keys(refused.json().fields)]).toEqual([422, ['template']])
})
