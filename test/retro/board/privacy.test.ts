import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardCards, boards, boardVotes } from '#server/storage/schema/boards.ts'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import {
  facilitator,
  join,
  moveTo,
  retroTeams,
  seatOf,
  startBoard,
  write,
  type Board,
} from '../../helpers/boards.ts'
import { everythingStored } from '../../helpers/stored.ts'

let safe: TestApp
let fay: Visitor
let board: Board
let phones: Visitor[]

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
  board = await startBoard(fay)
  const member = await safe.signIn('payments1@acme.example')
  phones = [await join(safe, board, member), await join(safe, board)]
  for (const phone of phones) for (const text of ['a', 'b', 'c']) await write(board, phone, text)
  await moveTo(board, fay, 'group', 'vote')
  for (const phone of phones)
    for (const topic of (await seatOf(board, phone)).sight.topics.slice(0, 3))
      await phone.postJson(`${board.at}/votes`, { group: topic.id })
})
afterAll(() => safe.stop())

const stored = async () => {
  const { read } = safe.context.store
  return { cards: await read.select().from(boardCards), votes: await read.select().from(boardVotes) }
}

test('no secret of a device is stored anywhere, whole or hashed alone', async () => {
  const { createHash } = await import('node:crypto')
  const everything = await everythingStored(safe.context.store)
  for (const phone of phones) {
    const secret = phone.cookie('seat')!
    expect(everything).not.toContain(secret)
    for (const encoding of ['hex', 'base64url', 'base64'] as const) {
      expect(everything).not.toContain(createHash('sha256').update(secret).digest(encoding))
      expect(everything).not.toContain(Buffer.from(secret, 'base64url').toString(encoding))
    }
  }
})

test('nothing stored tells which cards, or which votes, are of one device', async () => {
  const { cards, votes } = await stored()
  expect([cards.length, votes.length]).toEqual([6, 6])
  const marks = [...cards.map(({ mark }) => mark), ...votes.map(({ mark }) => mark)]
  expect(new Set(marks).size).toBe(12)
  // What could tell, beside the marks: only what everybody on the board can see.
  for (const { id: _id, groupId: _group, mark: _mark, text: _text, ...rest } of cards)
    expect(rest).toEqual({ boardId: board.id, column: 0, revealed: true, hidden: false })
  for (const vote of votes) expect(Object.keys(vote).sort()).toEqual(['boardId', 'groupId', 'mark'])
})

test('no card and no vote bears a person, a time or a number in a row', async () => {
  const { cards, votes } = await stored()
  const { people } = await import('#server/storage/schema/people.ts')
  const ids = (await safe.context.store.read.select().from(people)).map(({ id }) => id)
  const text = JSON.stringify({ cards, votes })
  for (const id of ids) expect(text).not.toContain(id)
  for (const row of [...cards, ...votes])
    for (const value of Object.values(row)) expect(value).not.toBeInstanceOf(Date)
  for (const { id } of cards) expect(Buffer.from(id, 'base64url')).toHaveLength(16)
})

test('the board itself knows its team and its round, and nobody’s name', async () => {
  const [row] = await safe.context.store.read.select().from(boards)
  expect(Object.keys(row!).sort()).toEqual(
    [
      'arrived',
      'asksMore',
      'checkIn',
      'cleared',
      'code',
      'columns',
      'daysEach',
      'declined',
      'endedAt',
      'everybodyGroups',
      'id',
      'locked',
      'mailedOfStage',
      'openUntil',
      'roundId',
      'seats',
      'stage',
      'startedAt',
      'teamId',
      'timerEndsAt',
      'topicId',
      'version',
      'votesEach',
      'worth',
    ].sort(),
  )
})

test('no value on a board stands anywhere outside of it', async () => {
  const { cards, votes } = await stored()
  const everything = JSON.parse(await everythingStored(safe.context.store)) as Record<string, unknown>
  const elsewhere = JSON.stringify(
    Object.fromEntries(Object.entries(everything).filter(([table]) => !table.startsWith('board'))),
  )
  for (const value of [...cards, ...votes].flatMap(({ mark, groupId }) => [mark!, groupId]))
    expect(elsewhere).not.toContain(value)
})

test('a seat shows a signed-in person nothing that it does not show a stranger', async () => {
  const [signedIn, stranger] = await Promise.all(phones.map((phone) => seatOf(board, phone)))
  expect(JSON.stringify(signedIn.sight)).toBe(JSON.stringify(stranger.sight))
  expect(JSON.stringify(signedIn)).not.toMatch(/payments1|Person/)
})

test('nothing is reported of what was written', () => expect(safe.reports).toEqual([]))
