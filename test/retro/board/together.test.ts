import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import {
  facilitator,
  join,
  moveTo,
  press,
  retroTeams,
  screenOf,
  startBoard,
  write,
  type Board,
} from '../../helpers/boards.ts'

interface Topic {
  id: string
  column: number
  title: string | null
  cards: { id: string; text: string }[]
}

let safe: TestApp
let fay: Visitor
let board: Board
let phone: Visitor

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
})
beforeEach(async () => {
  board = await startBoard(fay)
  phone = await join(safe, board)
  for (const text of ['One', 'Two', 'Three']) await write(board, phone, text)
})
afterAll(() => safe.stop())

const topics = async (): Promise<Topic[]> => (await screenOf(board, fay)).sight.topics
const asTexts = async () => (await topics()).map(({ cards }) => cards.map(({ text }) => text).sort()).sort()
async function card(text: string) {
  const topic = (await topics()).find(({ cards }) => cards.some((one) => one.text === text))!
  return { id: topic.cards.find((one) => one.text === text)!.id, group: topic.id }
}

test('a card is moved into another’s group, on to a third, and out of it again into any column', async () => {
  await moveTo(board, fay, 'group')
  const [one, two] = [await card('One'), await card('Two')]
  await fay.postJson(`${board.at}/moves`, { card: one.id, group: two.group })
  expect(await asTexts()).toEqual([['One', 'Two'], ['Three']])
  await fay.postJson(`${board.at}/moves`, { card: one.id, group: (await card('Three')).group })
  expect(await asTexts()).toEqual([['One', 'Three'], ['Two']])
  await fay.postJson(`${board.at}/moves`, { card: one.id, group: '', column: 2 })
  expect(await asTexts()).toEqual([['One'], ['Three'], ['Two']])
  expect((await topics()).find(({ cards }) => cards[0]!.text === 'One')!.column).toBe(2)
})

test('votes and a name stay with the cards left behind, and go along with the last card of a group', async () => {
  await moveTo(board, fay, 'group', 'vote')
  const [one, two] = [await card('One'), await card('Two')]
  await phone.postJson(`${board.at}/votes`, { group: one.group })
  await phone.postJson(`${board.at}/votes`, { group: two.group })
  await moveTo(board, fay, 'group')
  // Standing alone already, it loses nothing by being told so.
  await fay.postJson(`${board.at}/moves`, { card: one.id, group: '', column: 2 })
  await fay.postJson(`${board.at}/groups/${one.group}`, { title: 'First' })
  await fay.postJson(`${board.at}/moves`, { card: one.id, group: two.group })
  const { sight } = await screenOf(board, fay)
  expect([sight.votesCast, (await topics()).find(({ cards }) => cards.length === 2)!.title]).toEqual([
    2,
    'First',
  ])
  await fay.postJson(`${board.at}/moves`, { card: one.id, group: (await card('Three')).group })
  expect((await screenOf(board, fay)).sight.votesCast).toBe(2)
})

test('everybody groups and names on a phone, until whoever leads keeps it to the wall', async () => {
  await moveTo(board, fay, 'group')
  const [one, two] = [await card('One'), await card('Two')]
  await phone.postJson(`${board.at}/seat/groups`, { cards: [one.id, two.id] })
  const group = (await topics()).find(({ cards }) => cards.length === 2)!
  await phone.postJson(`${board.at}/seat/groups/${group.id}`, { title: 'Numbers' })
  expect((await topics()).find(({ id }) => id === group.id)!.title).toBe('Numbers')
  await phone.postJson(`${board.at}/seat/separations`, { cards: [one.id] })
  await phone.postJson(`${board.at}/seat/moves`, { card: one.id, group: (await card('Three')).group })
  expect(await asTexts()).toEqual([['One', 'Three'], ['Two']])

  expect((await phone.get(`${board.at}/seat`)).body).toContain('name="cards"')
  await fay.postJson(`${board.at}/grouping/removal`, {})
  expect((await phone.get(`${board.at}/seat`)).body).not.toContain('name="cards"')
  const refused = await phone.postJson(`${board.at}/seat/groups`, { cards: [one.id, two.id] })
  expect(refused.statusCode).toBe(403)
  await fay.postJson(`${board.at}/grouping`, {})
  await moveTo(board, fay, 'vote')
  expect((await phone.postJson(`${board.at}/seat/moves`, { card: one.id })).statusCode).toBe(409)
})

test('a phone on which nothing is ticked is told so', async () => {
  await moveTo(board, fay, 'group')
  const answered = await press(phone, `${board.at}/seat/groups`)
  expect(answered.statusCode).toBe(422)
  expect(answered.body).toContain('Please choose at least one.')
})

test('two cards that share words not everybody uses are suggested, and once answered no never again', async () => {
  const board2 = await startBoard(fay)
  board = board2
  phone = await join(safe, board)
  for (const text of [
    'Generated PRs of 900 lines nobody reads',
    'Limit PRs to 300 lines',
    'It explained the old billing code',
    'Test data in minutes',
  ])
    await write(board, phone, text)
  expect((await screenOf(board, fay)).suggestion).toBeNull()
  await moveTo(board, fay, 'group')
  const { suggestion } = await screenOf(board, fay)
  expect(suggestion.words.map((word: string) => word.toLowerCase()).sort()).toEqual(['lines', 'prs'])
  expect((await fay.get(board.at)).body).toContain('Do these belong together?')
  expect((await phone.get(`${board.at}/seat`)).body).not.toContain('Do these belong together?')
  await fay.postJson(`${board.at}/declined`, { cards: suggestion.cards })
  expect((await screenOf(board, fay)).suggestion).toBeNull()
})

test('a suggestion that is taken puts the two together', async () => {
  await write(board, phone, 'Reviewing takes mornings')
  await write(board, phone, 'Mornings go into reviewing')
  await moveTo(board, fay, 'group')
  const { suggestion } = await screenOf(board, fay)
  await fay.postJson(`${board.at}/groups`, { cards: suggestion.cards })
  expect(await asTexts()).toContainEqual(['Mornings go into reviewing', 'Reviewing takes mornings'])
})

test('a card that was still being written is added beside the turned ones, and no longer once votes are cast', async () => {
  await moveTo(board, fay, 'group')
  expect((await phone.get(`${board.at}/seat`)).body).toContain('Still writing?')
  await write(board, phone, 'Late')
  expect(await asTexts()).toContainEqual(['Late'])
  await moveTo(board, fay, 'vote')
  const refused = await phone.postJson(`${board.at}/cards`, { text: 'Too late', column: 0 })
  expect(refused.statusCode).toBe(409)
})

test('cards lie face down as one pile, which tells nobody on which side somebody has just written', async () => {
  await write(board, phone, 'Four', 1)
  const page = (await fay.get(board.at)).body
  expect(page.match(/class="back"/g)).toHaveLength(4)
  expect(JSON.stringify(await screenOf(board, fay))).not.toMatch(/One|Four/)
  const [before, after] = page.split('class="pile"')
  expect([before!.includes('class="back"'), after!.includes('class="column"')]).toEqual([false, false])
})
