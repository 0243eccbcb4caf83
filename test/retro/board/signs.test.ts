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
import { everythingStored } from '../../helpers/stored.ts'

let safe: TestApp
let fay: Visitor
let board: Board

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
})
beforeEach(async () => {
  board = await startBoard(fay, { checkIn: 'energy' })
})
afterAll(() => safe.stop())

const devices = (n: number) => Promise.all(Array.from({ length: n }, () => join(safe, board)))
const say = (by: Visitor, about: string, value?: number) =>
  by.postJson(`${board.at}/seat/signs/${about}`, value === undefined ? {} : { value })

test('how many joined and how many are done is a number on the wall, taken back by another press, and begun anew with a stage', async () => {
  const [one, two] = await devices(3)
  await moveTo(board, fay, 'write')
  await say(one!, 'done')
  await say(one!, 'done')
  await say(two!, 'done')
  expect((await screenOf(board, fay)).sight.room).toMatchObject({ joined: 3, done: 2 })
  expect((await fay.get(board.at)).body).toContain('2 of 3 done')
  await two!.postJson(`${board.at}/seat/signs/done/removal`, {})
  expect((await screenOf(board, fay)).sight.room.done).toBe(1)
  expect((await seatOf(board, one!)).mine.said.done).toBe(true)
  await moveTo(board, fay, 'group')
  expect((await screenOf(board, fay)).sight.room.done).toBe(0)
  expect((await seatOf(board, one!)).mine.said.done).toBe(false)
})

test('whoever leads is told of more seats than the team has people', async () => {
  await devices(10)
  expect((await fay.get(board.at)).body).not.toContain('the team has')
  await devices(1)
  expect((await fay.get(board.at)).body).toMatch(/11 joined.*the team has 10/)
})

test('a check-in is told once, when it is over, and only of five or more', async () => {
  const five = await devices(5)
  for (const [n, device] of five.entries()) await say(device, 'arrived', n + 1)
  const before = await screenOf(board, fay)
  expect([before.sight.room.arrived, before.sight.arrived]).toEqual([5, null])
  await moveTo(board, fay, 'write')
  const { arrived } = (await screenOf(board, fay)).sight
  expect(arrived).toEqual({ shown: 'exact', n: 5, histogram: [1, 1, 1, 1, 1] })
  expect(await everythingStored(safe.context.store)).not.toContain('"about": "arrived"')
  // Told, it can never be told again of somebody more.
  expect((await fay.postJson(`${board.at}/stage`, { from: 'write', to: 'arrive' })).statusCode).toBe(422)

  board = await startBoard(fay, { checkIn: 'candour' })
  for (const device of await devices(4)) await say(device, 'arrived', 1)
  await moveTo(board, fay, 'write')
  expect((await screenOf(board, fay)).sight.arrived).toEqual({ shown: 'none' })
  expect((await fay.get(board.at)).body).toContain('Fewer than five said, so nothing is shown.')
})

test('whether it was worth the time is asked at the end and told in the record, as a range where all or all but one agree', async () => {
  const seven = await devices(7)
  await moveTo(board, fay, 'write', 'group', 'vote', 'discuss', 'decide')
  for (const [n, device] of seven.entries()) await say(device, 'worth', n === 0 ? 1 : 5)
  const { body } = await fay.get(board.at)
  expect(body).toContain('7 have said')
  expect(JSON.stringify(await screenOf(board, fay))).not.toContain('histogram')
  await fay.postJson(`${board.at}/ending`, {})
  expect((await fay.get(`${board.at}/record`)).body).toContain('Of 7, all or all but one said 4 or 5.')
  expect((await fay.get(`${board.at}/board.md`)).body).toContain('Of 7, all or all but one said 4 or 5.')
  const { board_signs: signs } = JSON.parse(await everythingStored(safe.context.store))
  expect(signs.filter(({ boardId }: { boardId: string }) => boardId === board.id)).toEqual([])
})

test('what a device says has nothing in common with its cards, its votes, and what else it says', async () => {
  const [device] = await devices(1)
  await say(device!, 'arrived', 3)
  const marks = async () =>
    JSON.parse(await everythingStored(safe.context.store)).board_signs.map(
      ({ mark }: { mark: string }) => mark,
    )
  const [arrived] = await marks()
  await moveTo(board, fay, 'write')
  await write(board, device!, 'A card')
  await say(device!, 'done')
  const [doneWriting] = await marks()
  await moveTo(board, fay, 'group')
  await say(device!, 'done')
  const [doneGrouping] = await marks()
  const everything = JSON.parse(await everythingStored(safe.context.store))
  const others = [...everything.board_cards, ...everything.board_votes].map(({ mark }) => mark)
  expect(new Set([arrived, doneWriting, doneGrouping, ...others]).size).toBe(4)
})

test('nothing is said at another stage, from no seat, on a locked board, or out of range', async () => {
  const [device] = await devices(1)
  const refused = async (about: string, value?: number, by = device!) =>
    (await say(by, about, value)).statusCode
  expect(await refused('worth', 5)).toBe(409)
  expect(await refused('done')).toBe(409)
  expect(await refused('more', 1)).toBe(409)
  for (const value of [0, 6]) expect(await refused('arrived', value)).toBe(400)
  expect(await refused('mood', 3)).toBe(400)
  expect(await refused('arrived', 3, safe.visitor())).toBe(403)
  await fay.postJson(`${board.at}/lock`, {})
  expect(await refused('arrived', 3)).toBe(409)
})
