import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import {
  facilitator,
  join,
  moveTo,
  retroTeams,
  screenOf,
  startBoard,
  write,
  type Board,
} from '../../helpers/boards.ts'
import { everythingStored } from '../../helpers/stored.ts'

const day = 24 * 60 * 60 * 1000

let safe: TestApp
let dana: Visitor
let fay: Visitor
let board: Board

beforeEach(async () => {
  safe = await retroTeams()
  dana = await safe.signIn('dana@acme.example')
  fay = await safe.signIn(facilitator)
  board = await startBoard(fay)
  const phone = await join(safe, board)
  await write(board, phone, 'Longer reviews', 1)
  await moveTo(board, fay, 'group', 'vote')
  const { topics } = (await screenOf(board, fay)).sight
  await fay.postJson(`${board.at}/groups/${topics[0].id}`, { title: 'Reviewing' })
  await phone.postJson(`${board.at}/votes`, { group: topics[0].id })
})
afterEach(() => safe.stop())

const record = (by: Visitor) => by.get(`${board.at}/record`)

test('cards, groups and votes are deleted after the days an administrator set; the record stays and says so', async () => {
  await dana.post('/settings', { name: 'Acme', timeZone: 'Europe/Berlin', cardsKeptDays: '10' })
  await fay.post(`${board.at}/ending`, {})
  expect((await record(fay)).body).toContain('deleted 10 days after the end')
  safe.clock.advance(10 * day - 60_000)
  await safe.minute()
  expect(await everythingStored(safe.context.store)).toContain('Longer reviews')
  safe.clock.advance(2 * 60_000)
  await safe.minute()
  await safe.minute()
  expect(await everythingStored(safe.context.store)).not.toMatch(
    /Longer reviews|Reviewing|board_votes": \[\n/,
  )
  const kept = await record(await safe.signIn(facilitator))
  expect([kept.statusCode, kept.body]).toEqual([200, expect.stringContaining('have been deleted')])
})

test('days that are none are told at their field; left out, they stay', async () => {
  await dana.post('/settings', { name: 'Acme', timeZone: 'Europe/Berlin', cardsKeptDays: '30' })
  for (const cardsKeptDays of ['0', '731', 'soon', ''])
    expect((await dana.post('/settings', { name: 'Acme', timeZone: 'UTC', cardsKeptDays })).statusCode).toBe(
      422,
    )
  await dana.post('/settings', { name: 'Acme', timeZone: 'Europe/Berlin' })
  expect((await dana.get('/settings')).body).toContain('value="30"')
})

test('a board that nobody ends is over after a week', async () => {
  safe.clock.advance(6.9 * day)
  await safe.minute()
  expect((await (await safe.signIn(facilitator)).get(board.at)).statusCode).toBe(200)
  safe.clock.advance(0.2 * day)
  await safe.minute()
  const later = await safe.signIn(facilitator)
  expect((await later.get(board.at)).headers.location).toBe(`${board.at}/record`)
  expect((await safe.visitor().get(`/join/${board.code}`)).statusCode).toBe(422)
})
