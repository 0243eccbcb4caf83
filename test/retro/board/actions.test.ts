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
  type Board,
} from '../../helpers/boards.ts'

let safe: TestApp
let fay: Visitor
let board: Board

const pairs = { text: 'Review in pairs.', owner: 'Person payments2', due: '2026-11-30' }

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
})
beforeEach(async () => {
  board = await startBoard(fay)
})
afterAll(() => safe.stop())

const toDecide = () => moveTo(board, fay, 'group', 'vote', 'discuss', 'decide')

test('what is decided shows on the screen and on every phone, and in the record and its Markdown', async () => {
  const phone = await join(safe, board)
  await toDecide()
  const answered = await press(fay, `${board.at}/actions`, pairs)
  expect(answered.statusCode).toBe(200)
  expect(answered.body).toContain('Review in pairs.')
  const decided = { text: 'Review in pairs.', owner: 'Person payments2', due: '2026-11-30' }
  expect((await screenOf(board, fay)).actions).toEqual([expect.objectContaining(decided)])
  expect((await seatOf(board, phone)).actions).toEqual([expect.objectContaining(decided)])
  await fay.post(`${board.at}/ending`, {})
  expect((await fay.get(`${board.at}/record`)).body).toMatch(
    /Review in pairs\..*Person payments2.*30 November 2026/s,
  )
  expect((await fay.get(`${board.at}/board.md`)).body).toContain(
    '- Review in pairs. (Person payments2, by 30 November 2026)',
  )
})

test('the screen is told: its version has moved', async () => {
  await toDecide()
  const { version } = (await screenOf(board, fay)).sight
  expect((await fay.postJson(`${board.at}/actions`, pairs)).statusCode).toBe(201)
  expect((await screenOf(board, fay)).sight.version).toBe(version + 1)
})

test('a faulty field is named, and what was typed is kept, with scripts and without', async () => {
  await toDecide()
  const wrong = { text: 'Kept as typed', owner: 'nobody@acme.example', due: '2026-01-01' }
  const parts = await press(fay, `${board.at}/actions`, wrong)
  const page = await fay.post(`${board.at}/actions`, wrong)
  for (const { statusCode, body } of [parts, page]) {
    expect(statusCode).toBe(422)
    expect(body).toContain('value="Kept as typed"')
    expect(body).toContain('id="decide-owner-fault"')
    expect(body).toContain('id="decide-due-fault"')
  }
  const json = await fay.postJson(`${board.at}/actions`, wrong)
  expect([json.statusCode, Object.keys(json.json().fields)]).toEqual([422, ['owner', 'due']])
  expect((await screenOf(board, fay)).actions).toEqual([])
})

test('only whoever leads decides, and only while the board decides', async () => {
  const early = await fay.postJson(`${board.at}/actions`, pairs)
  expect([early.statusCode, early.json().error]).toEqual([409, 'notInThisStage'])
  await toDecide()
  const member = await safe.signIn('payments1@acme.example')
  expect((await member.postJson(`${board.at}/actions`, pairs)).statusCode).toBe(403)
  const phone = await join(safe, board)
  expect((await phone.postJson(`${board.at}/actions`, pairs)).statusCode).toBe(401)
  await fay.post(`${board.at}/ending`, {})
  expect((await fay.postJson(`${board.at}/actions`, pairs)).statusCode).toBe(409)
})

test('the next retro begins with what is open and with what has ended since, while it writes and while it decides', async () => {
  await toDecide()
  for (const text of ['Done since', 'Dropped since', 'Still open'])
    await fay.postJson(`${board.at}/actions`, { ...pairs, text })
  const decided: { id: string; text: string }[] = (await screenOf(board, fay)).actions
  const idOf = (sought: string) => decided.find(({ text }) => text === sought)!.id
  await fay.post(`${board.at}/ending`, {})
  safe.clock.advance(60_000)
  await fay.postJson(`/actions/${idOf('Done since')}/completion`, {})
  await fay.postJson(`/actions/${idOf('Dropped since')}/drop`, { reason: 'Tools changed' })
  safe.clock.advance(60_000)

  board = await startBoard(fay)
  const { body } = await fay.get(board.at)
  for (const part of ['From last time', 'Done since', 'Still open', 'dropped: Tools changed'])
    expect(body).toContain(part)
  await toDecide()
  expect((await fay.get(board.at)).body).toContain('Done since')

  await fay.post(`${board.at}/ending`, {})
  board = await startBoard(fay)
  const third = (await fay.get(board.at)).body
  expect(third).toContain('Still open')
  expect(third).not.toContain('Done since')
})
