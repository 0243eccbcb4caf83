import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import {
  facilitator,
  join,
  moveTo,
  press,
  retroTeams,
  screenOf,
  seatOf,
  startBoard,
  write,
  type Board,
} from '../../helpers/boards.ts'

interface Topic {
  id: string
  votes: number
  cards: { id: string; text: string }[]
}

let safe: TestApp
let fay: Visitor
let board: Board
let phone: Visitor
let topics: Record<string, Topic>

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
})
beforeEach(async () => {
  board = await startBoard(fay)
  phone = await join(safe, board)
  for (const text of ['one', 'two', 'three']) await write(board, phone, text)
  await moveTo(board, fay, 'group', 'vote')
  topics = await byText(phone)
})
afterAll(() => safe.stop())

async function byText(by: Visitor): Promise<Record<string, Topic>> {
  const seen: Topic[] = (await seatOf(board, by)).sight.topics
  return Object.fromEntries(
    seen.map((topic) => [
      topic.cards
        .map(({ text }) => text)
        .sort()
        .join('+'),
      topic,
    ]),
  )
}

const vote = (by: Visitor, text: string, number?: number) =>
  by.postJson(`${board.at}/votes`, { group: topics[text]!.id, ...(number === undefined ? {} : { number }) })
const withdraw = (by: Visitor, text: string) =>
  by.postJson(`${board.at}/votes/withdrawal`, { group: topics[text]!.id })

test('a device casts as many votes as each has, however fast it asks', async () => {
  const tries = await Promise.all(Array.from({ length: 9 }, () => vote(phone, 'one')))
  const refused = tries.filter(({ statusCode }) => statusCode === 409)
  expect(refused).toHaveLength(6)
  expect(refused[0]!.json().error).toBe('votesSpent')
  expect((await seatOf(board, phone)).mine).toMatchObject({ votesLeft: 0, nextVote: null })
  expect((await screenOf(board, fay)).sight.votesCast).toBe(3)
  const other = await join(safe, board)
  expect((await vote(other, 'one')).statusCode).toBe(200)
})

test('a vote that is sent twice is one vote', async () => {
  for (const _time of [1, 2]) expect((await vote(phone, 'one', 0)).statusCode).toBe(200)
  expect((await screenOf(board, fay)).sight.votesCast).toBe(1)
  // From a page that did not know of it, another group gets another vote.
  await vote(phone, 'two', 0)
  expect((await screenOf(board, fay)).sight.votesCast).toBe(2)
})

test('a vote can be taken back and given again, one’s own only', async () => {
  await vote(phone, 'one')
  await withdraw(await join(safe, board), 'one')
  expect((await screenOf(board, fay)).sight.votesCast).toBe(1)
  await withdraw(phone, 'one')
  await withdraw(phone, 'one')
  expect((await seatOf(board, phone)).mine.votesLeft).toBe(3)
  for (const text of ['one', 'two', 'three']) expect((await vote(phone, text)).statusCode).toBe(200)
})

test('nobody sees how others vote until all have voted', async () => {
  await vote(phone, 'two')
  for (const seen of [await screenOf(board, fay), await seatOf(board, await join(safe, board))])
    expect(seen.sight.topics.map((topic: Topic) => topic.votes)).toEqual([0, 0, 0])
  await moveTo(board, fay, 'discuss')
  const discussed = (await seatOf(board, phone)).sight.topics
  expect(discussed[0]).toMatchObject({ votes: 1, cards: [{ text: 'two' }] })
  expect((await vote(phone, 'one')).json().error).toBe('notInThisStage')
})

test('groups put together after the voting keep their votes, and what is hidden gives them back', async () => {
  await vote(phone, 'one')
  await vote(phone, 'two')
  await vote(phone, 'three')
  await fay.postJson(`${board.at}/groups`, {
    cards: [topics['one']!.cards[0]!.id, topics['two']!.cards[0]!.id],
  })
  topics = await byText(phone)
  await fay.postJson(`${board.at}/hiding`, { cards: [topics['three']!.cards[0]!.id] })
  expect((await seatOf(board, phone)).mine.votesLeft).toBe(1)
  expect((await vote(phone, 'three')).statusCode).toBe(404)
  await moveTo(board, fay, 'discuss')
  expect((await byText(phone))['one+two']!.votes).toBe(2)
})

test('what is pressed by mistake is answered with a sentence and the ballot as it is', async () => {
  for (const text of ['one', 'one', 'one']) await vote(phone, text)
  const refused = await press(phone, `${board.at}/votes`, { group: topics['two']!.id })
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('All your votes are cast')
  expect(refused.body).toContain('3 votes')
  const malformed = await press(phone, `${board.at}/votes`, { group: '../../etc' })
  expect(malformed.statusCode).toBe(400)
})
