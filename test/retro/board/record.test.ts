import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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

let safe: TestApp
let dana: Visitor
let fay: Visitor
let board: Board
let phone: Visitor

beforeAll(async () => {
  safe = await retroTeams()
  dana = await safe.signIn('dana@acme.example')
  fay = await safe.signIn(facilitator)
})
beforeEach(async () => {
  board = await startBoard(fay)
  phone = await join(safe, board)
  await write(board, phone, 'Less *boilerplate*\n# really', 0)
  await write(board, phone, 'Longer reviews', 1)
  await moveTo(board, fay, 'group', 'vote')
  const { topics } = (await screenOf(board, fay)).sight
  await phone.postJson(`${board.at}/votes`, { group: topics[1].id })
})
afterAll(() => safe.stop())

const record = (by: Visitor) => by.get(`${board.at}/record`)

test('after the end the team opens the record, and nobody else; before it, who leads alone', async () => {
  const [member, stranger] = [
    await safe.signIn('payments1@acme.example'),
    await safe.signIn('ledger1@acme.example'),
  ]
  expect((await record(member)).statusCode).toBe(403)
  expect((await record(fay)).body).toContain('still going on')
  const ended = await fay.post(`${board.at}/ending`, {})
  expect(ended.headers.location).toBe(`${board.at}/record`)
  for (const by of [member, fay, await safe.signIn('max@acme.example')]) {
    expect((await record(by)).statusCode).toBe(200)
    expect((await by.get(`${board.at}/board.md`)).statusCode).toBe(200)
  }
  for (const by of [stranger, dana, phone]) {
    expect((await record(by)).statusCode).toBe(by === phone ? 303 : 403)
    expect((await by.get(`${board.at}/board.md`)).statusCode).toBe(by === phone ? 303 : 403)
  }
})

test('the record as Markdown holds what was said, by column, with votes, as text and not as markup', async () => {
  await fay.post(`${board.at}/ending`, {})
  const { body, headers } = await fay.get(`${board.at}/board.md`)
  expect(headers['content-type']).toContain('text/markdown')
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(
    safe.clock.now(),
  )
  expect(body).toBe(`# Retro, Payments, ${date}

## What was decided

Nothing was written down.

## AI helped

- Less \\*boilerplate\\*
  \\# really

## AI hurt

### 1 vote

- Longer reviews

## We could try
`)
})

test('cards that were never revealed are deleted at the end, and the question before it says so', async () => {
  await moveTo(board, fay, 'group', 'write')
  await write(board, phone, 'For nobody to read')
  expect((await fay.get(`${board.at}/ending`)).body).toContain('One card was never revealed.')
  await fay.post(`${board.at}/ending`, {})
  expect(await everythingStored(safe.context.store)).not.toContain('For nobody to read')
})

test('hidden cards do not stand in the record', async () => {
  const { topics } = (await screenOf(board, fay)).sight
  await fay.postJson(`${board.at}/hiding`, { cards: [topics[1].cards[0].id] })
  await fay.post(`${board.at}/ending`, {})
  expect((await record(fay)).body).not.toContain('Longer reviews')
  expect((await fay.get(`${board.at}/board.md`)).body).not.toContain('Longer reviews')
})
