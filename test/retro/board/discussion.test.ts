import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import {
  facilitator,
  join,
  moveTo,
  retroTeams,
  screenOf,
  seatOf,
  startBoard,
  write,
  type Board,
} from '../../helpers/boards.ts'

let safe: TestApp
let fay: Visitor
let board: Board
let phones: Visitor[]

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
})
beforeEach(async () => {
  board = await startBoard(fay)
  phones = [await join(safe, board), await join(safe, board)]
  for (const text of ['Least', 'Most', 'Middle']) await write(board, phones[0]!, text)
  await moveTo(board, fay, 'group', 'vote')
  const topics = new Map<string, string>()
  for (const { id, cards } of (await screenOf(board, fay)).sight.topics) topics.set(cards[0].text, id)
  for (const [by, text] of [
    [0, 'Most'],
    [1, 'Most'],
    [1, 'Middle'],
  ] as const)
    await phones[by]!.postJson(`${board.at}/votes`, { group: topics.get(text) })
})
afterAll(() => safe.stop())

const minutes = (n: number) => new Date(safe.clock.now().getTime() + n * 60_000).toISOString()

test('one topic is talked about at a time, the one with most votes first, each with a clock of its own', async () => {
  await moveTo(board, fay, 'discuss')
  const { sight } = await screenOf(board, fay)
  expect(sight.topics.map(({ cards }: { cards: { text: string }[] }) => cards[0]!.text)).toEqual([
    'Most',
    'Middle',
    'Least',
  ])
  expect([sight.topic, sight.timerEndsAt]).toEqual([sight.topics[0].id, minutes(5)])
  expect((await phones[0]!.get(`${board.at}/seat`)).body).toMatch(/1 of 3.*<h2>Most<\/h2>/s)
  safe.clock.advance(60_000)
  await fay.postJson(`${board.at}/topic`, { topic: sight.topics[1].id })
  expect((await screenOf(board, fay)).sight).toMatchObject({
    topic: sight.topics[1].id,
    timerEndsAt: minutes(5),
  })
  expect((await phones[0]!.get(`${board.at}/seat`)).body).toMatch(/2 of 3.*<h2>Middle<\/h2>/s)
})

test('phones are asked whether a topic needs more time, and another minute or another topic ends the question', async () => {
  await moveTo(board, fay, 'discuss')
  await fay.postJson(`${board.at}/more`, {})
  expect((await phones[0]!.get(`${board.at}/seat`)).body).toContain('Yes, more time')
  await phones[0]!.postJson(`${board.at}/seat/signs/more`, { value: 1 })
  await phones[1]!.postJson(`${board.at}/seat/signs/more`, { value: 0 })
  expect((await fay.get(board.at)).body).toContain('1 say yes, 1 go on')
  await fay.postJson(`${board.at}/timer/extension`, { minutes: 2 })
  const { sight } = await screenOf(board, fay)
  expect(sight.timerEndsAt).toBe(minutes(7))
  expect(sight.room).toMatchObject({ asksMore: false, more: 0, enough: 0 })
  expect((await seatOf(board, phones[0]!)).mine.asksMore).toBe(false)
})

test('a clock that has run out is extended from now on', async () => {
  await moveTo(board, fay, 'discuss')
  safe.clock.advance(10 * 60_000)
  await fay.postJson(`${board.at}/timer/extension`, { minutes: 1 })
  expect((await screenOf(board, fay)).sight.timerEndsAt).toBe(minutes(1))
})

test('a topic that is not there is not talked about, and none while votes are cast', async () => {
  const [topic] = (await screenOf(board, fay)).sight.topics
  expect((await fay.postJson(`${board.at}/topic`, { topic: topic.id })).statusCode).toBe(409)
  await moveTo(board, fay, 'discuss')
  const nowhere = 'abcdefghijklmnopqrstuv'
  expect((await fay.postJson(`${board.at}/topic`, { topic: nowhere })).statusCode).toBe(404)
})

test('an action is written on a phone while a topic is talked about, by the name of somebody in the team, with two weeks', async () => {
  await moveTo(board, fay, 'discuss')
  const seat = (await phones[0]!.get(`${board.at}/seat`)).body
  expect(seat).toContain('value="2026-11-16"')
  expect(seat).toContain('<option value="Person payments3">')
  const action = { text: 'Review in pairs.', owner: 'Person payments3', due: '2026-11-16' }
  const written = await phones[0]!.postJson(`${board.at}/seat/actions`, action)
  expect(written.statusCode).toBe(201)
  expect((await screenOf(board, fay)).actions).toEqual([expect.objectContaining(action)])
  const stranger = await safe.visitor().postJson(`${board.at}/seat/actions`, action)
  expect(stranger.statusCode).toBe(403)
  await fay.postJson(`${board.at}/lock`, {})
  expect((await phones[0]!.postJson(`${board.at}/seat/actions`, action)).statusCode).toBe(409)
})

test('from a seat nobody finds out whose address is in the team', async () => {
  await moveTo(board, fay, 'discuss')
  for (const owner of ['payments3@acme.example', 'nobody@acme.example']) {
    const action = { text: 'Ask.', owner, due: '2026-11-16' }
    const refused = await phones[0]!.postJson(`${board.at}/seat/actions`, action)
    expect([refused.statusCode, Object.keys(refused.json().fields)]).toEqual([422, ['owner']])
  }
})

test('what was half written when the retro ends is taken along, or sent back with its fault', async () => {
  await moveTo(board, fay, 'discuss', 'decide')
  expect((await fay.get(`${board.at}/ending`)).body).toContain('name="text"')
  const half = { text: 'Half written', owner: '', due: '2026-11-16' }
  const back = await fay.post(`${board.at}/ending`, half)
  expect([back.statusCode, back.body.includes('value="Half written"')]).toEqual([422, true])
  expect((await screenOf(board, fay)).sight.stage).toBe('decide')
  await fay.post(`${board.at}/ending`, { ...half, owner: 'Ada' })
  expect((await fay.get(`${board.at}/record`)).body).toMatch(/Half written.*Ada/s)
})
