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
})
afterAll(() => safe.stop())

const planted =
  '<img src=x onerror=alert(1)> <hx-partial hx-target="body">gone</hx-partial> <script>alert(2)</script>'

test('HTML in a card or a heading is text, wherever it is shown', async () => {
  await write(board, phone, planted)
  await write(board, phone, `${planted} too`)
  expect((await phone.get(`${board.at}/seat`)).body).toContain('&lt;img src=x')
  await moveTo(board, fay, 'group')
  const { topics } = (await screenOf(board, fay)).sight
  await fay.postJson(`${board.at}/groups`, {
    cards: topics.map((topic: { cards: { id: string }[] }) => topic.cards[0]!.id),
  })
  const [group] = (await screenOf(board, fay)).sight.topics
  await fay.postJson(`${board.at}/groups/${group.id}`, { title: planted.slice(0, 80) })
  for (const stage of ['group', 'vote', 'discuss', 'decide']) {
    await moveTo(board, fay, stage)
    const pages = [
      await fay.get(board.at),
      await phone.get(`${board.at}/seat`),
      await press(fay, `${board.at}/lock/removal`),
    ]
    for (const { body } of pages) {
      expect(body).not.toMatch(/<img|<script>|<hx-partial hx-target="body"/)
      // Once everything has been talked about, the wall shows what was decided.
      if (stage !== 'decide') expect(body).toContain('&lt;img')
    }
  }
  await fay.postJson(`${board.at}/ending`, {})
  expect((await fay.get(`${board.at}/record`)).body).not.toMatch(/<img|<script>/)
  expect((await fay.get(`${board.at}/board.md`)).body).toContain('\\<img src=x onerror=alert(1)\\>')
})

test('what cannot be seen does not stay in a card; lines do', async () => {
  await write(board, phone, ' ab\u0007c\u202Ed\u2066e\u001B[31mf\r\ng\th ')
  expect((await seatOf(board, phone)).mine.cards[0].text).toBe('abcde[31mf\ngh')
})

test('a card of nothing but what cannot be seen is no card', async () => {
  for (const text of ['', '   ', '\u0001\u0007\n'])
    expect((await phone.postJson(`${board.at}/cards`, { text, column: 0 })).json().fields).toEqual({
      text: 'Please fill this in.',
    })
})

test('four hundred characters are a card; one more is told so, with the text kept', async () => {
  await write(board, phone, 'x'.repeat(400))
  const long = 'y'.repeat(401)
  const id = 'abcdefghijklmnopqrstuv'
  const answered = await press(phone, `${board.at}/cards`, { card: id, text: long, column: '1' })
  expect(answered.statusCode).toBe(422)
  expect(answered.body).toContain('A card holds at most 400 characters.')
  expect(answered.body).toContain(`>${long}</textarea>`)
  // Shortened and sent again it is the card it was going to be.
  expect(answered.body).toContain(`name="card" value="${id}"`)
  const page = await phone.post(`${board.at}/cards`, { text: long, column: '1' })
  expect([page.statusCode, page.body]).toEqual([422, expect.stringContaining(`>${long}</textarea>`)])
})

test('a card of 2,000 characters is refused with its text kept, of one of 30 KB as much is kept, one of 100 KB is not read; nothing is stored', async () => {
  const long = 'z'.repeat(2000)
  for (const text of [long, long.repeat(15)]) {
    const kept = await press(phone, `${board.at}/cards`, { text, column: '0' })
    expect([kept.statusCode, kept.body.includes(`>${long}</textarea>`)]).toEqual([422, true])
  }
  const refused = await press(phone, `${board.at}/cards`, { text: long.repeat(50), column: '0' })
  expect([refused.statusCode, refused.body]).toEqual([
    413,
    expect.stringContaining('a card of a retro, 400 characters'),
  ])
  expect((await screenOf(board, fay)).sight.unrevealed).toBe(0)
})

test('a column that the board does not have is refused', async () => {
  for (const column of [3, -1, 1.5, 'x', null])
    expect((await phone.postJson(`${board.at}/cards`, { text: 'a', column })).statusCode).toBeGreaterThan(399)
  expect((await screenOf(board, fay)).sight.unrevealed).toBe(0)
})

test('cards of another board cannot be reached from this one', async () => {
  const elsewhere = await startBoard(fay)
  const other = await join(safe, elsewhere)
  const card = await write(elsewhere, other, 'theirs')
  await moveTo(elsewhere, fay, 'group')
  const [topic] = (await screenOf(elsewhere, fay)).sight.topics
  await moveTo(board, fay, 'group')
  for (const path of ['groups', 'separations', 'hiding', 'hiding/removal'])
    expect((await fay.postJson(`${board.at}/${path}`, { cards: [card] })).statusCode).toBe(404)
  expect((await fay.postJson(`${board.at}/groups/${topic.id}`, { title: 'x' })).statusCode).toBe(404)
  await moveTo(board, fay, 'vote')
  expect((await phone.postJson(`${board.at}/votes`, { group: topic.id })).statusCode).toBe(404)
})

test('what cannot be turned into text is no fault of ours, also where it would be given back', async () => {
  const headers = { 'hx-request': 'true' }
  const text = { toString: 'none' }
  const refused = await safe.visitor().postJson(`${board.at}/cards`, { text, column: 0 }, headers)
  expect([refused.statusCode, refused.headers['hx-redirect']]).toEqual([403, '/join'])
  await phone.postJson(`${board.at}/votes`, { text }, headers)
  expect(safe.reports).toEqual([])
})

test('none ticked is said so', async () => {
  await moveTo(board, fay, 'group')
  const answered = await press(fay, `${board.at}/groups`)
  expect([answered.statusCode, answered.body]).toEqual([
    422,
    expect.stringContaining('Please choose at least one.'),
  ])
})

test('a board takes five hundred cards and no more', async () => {
  for (let n = 0; n < 500; n++) await write(board, phone, `card ${n}`)
  expect((await phone.postJson(`${board.at}/cards`, { text: 'one more', column: 0 })).json().error).toBe(
    'boardFull',
  )
})
