import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { viewerOf } from '#server/access/access.ts'
import { boardById, startBoard as startSeeded } from '#server/retro/board/boards.ts'
import { people } from '#server/storage/schema/people.ts'
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

test('a board starts with the columns of a template, or with one’s own', async () => {
  expect((await screenOf(board, fay)).sight.columns).toEqual(['AI helped', 'AI hurt', 'We could try'])
  const learned = await startBoard(fay, { template: 'learned' })
  expect((await screenOf(learned, fay)).sight.columns).toEqual(['Liked', 'Learned', 'Lacked', 'Longed for'])
  const own = await startBoard(fay, { template: 'own', columns: 'Sun\r\n\r\n Rain \r\n' })
  expect((await screenOf(own, fay)).sight.columns).toEqual(['Sun', 'Rain'])
})

test('columns too many or too long, a strange team and votes out of range are told at their fields, and what was typed stays', async () => {
  const columns = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].join('\n')
  const form = { team: 'none', template: 'own', columns, votesEach: '11' }
  const page = await fay.post('/boards', form)
  expect(page.statusCode).toBe(422)
  for (const sentence of ['not in the tree', 'whole number from 1 to 10'])
    expect(page.body).toContain(sentence)
  expect(page.body).toContain(`>${columns}</textarea>`)
  const { team: _unknown, ...rest } = form
  const known = await startBoard(fay).then(() => fay.get('/boards'))
  const team = /<option value="([\w-]{22})"[^>]*>Payments/.exec(known.body)![1]!
  const faults = await fay.postJson('/boards', { ...rest, team, votesEach: 3 })
  expect(faults.json().fields).toEqual({ columns: expect.stringContaining('one to six') })
})

test('a card is seen by its own device alone until all are revealed at once', async () => {
  const other = await join(safe, board)
  await write(board, phone, 'It wrote the tests', 1)
  expect((await seatOf(board, phone)).mine.cards).toEqual([
    { id: expect.any(String), column: 1, text: 'It wrote the tests' },
  ])
  for (const by of [other, fay]) {
    const page = await by.get(by === fay ? board.at : `${board.at}/seat`)
    expect(page.body).not.toContain('It wrote the tests')
    expect(page.body).toContain('1 card written so far.')
  }
  await fay.postJson(`${board.at}/reveal`, {})
  for (const by of [other, phone])
    expect((await seatOf(board, by)).sight.topics).toMatchObject([
      { column: 1, cards: [{ text: 'It wrote the tests', fromResults: false }] },
    ])
})

test('revealed cards stand in one order for everybody, which is not the order of writing', async () => {
  const texts = Array.from({ length: 12 }, (_, n) => `card ${n}`)
  for (const text of texts) await write(board, phone, text)
  await fay.postJson(`${board.at}/reveal`, {})
  const order = (seen: { sight: { topics: { cards: { text: string }[] }[] } }) =>
    seen.sight.topics.map(({ cards }) => cards[0]!.text)
  const shown = order(await seatOf(board, phone))
  expect([...shown].sort()).toEqual([...texts].sort())
  expect(shown).not.toEqual(texts)
  expect(order(await screenOf(board, fay))).toEqual(shown)
  expect(order(await seatOf(board, await join(safe, board)))).toEqual(shown)
})

test('one’s own card can be changed and taken back, before it is revealed and from its own device only', async () => {
  const card = await write(board, phone, 'Slower')
  const at = `${board.at}/cards/${card}`
  expect((await phone.get(at)).body).toContain('>Slower</textarea>')
  await phone.post(at, { text: 'Slower reviews', column: '2' })
  expect((await seatOf(board, phone)).mine.cards).toMatchObject([{ text: 'Slower reviews', column: 2 }])
  const other = await join(safe, board)
  for (const [url, form] of [
    [at, { text: 'x', column: 0 }],
    [`${at}/removal`, {}],
  ] as const)
    expect((await other.postJson(url, form)).json().error).toBe('notYourCard')
  expect((await other.get(at)).statusCode).toBe(403)
  await phone.post(`${at}/removal`, {})
  await phone.post(`${at}/removal`, {})
  expect((await seatOf(board, phone)).mine.cards).toEqual([])
  const kept = await write(board, phone, 'Revealed')
  await fay.postJson(`${board.at}/reveal`, {})
  expect((await phone.postJson(`${board.at}/cards/${kept}/removal`, {})).json().error).toBe('notInThisStage')
})

test('a card that is sent twice is one card', async () => {
  const id = 'abcdefghijklmnopqrstuv'
  const form = { card: id, text: 'Once', column: '0' }
  const answers = await Promise.all([1, 2, 3].map(() => press(phone, `${board.at}/cards`, form)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect((await screenOf(board, fay)).sight.unrevealed).toBe(1)
  const thief = await join(safe, board)
  expect((await press(thief, `${board.at}/cards`, { ...form, text: 'Mine' })).statusCode).toBeGreaterThan(399)
  expect((await seatOf(board, phone)).mine.cards).toMatchObject([{ text: 'Once' }])
})

test('stepping back to writing hides nothing that was revealed, and new cards wait for the next time', async () => {
  await write(board, phone, 'First')
  await moveTo(board, fay, 'group', 'write')
  await write(board, phone, 'Second')
  const seen = await seatOf(board, await join(safe, board))
  expect(seen.sight.topics).toMatchObject([{ cards: [{ text: 'First' }] }])
  expect(seen.sight.unrevealed).toBe(1)
  await moveTo(board, fay, 'group')
  expect((await screenOf(board, fay)).sight.topics).toHaveLength(2)
})

test('cards are put together, given a heading, taken out again, hidden and shown', async () => {
  const [one, two, three] = [
    await write(board, phone, 'one'),
    await write(board, phone, 'two'),
    await write(board, phone, 'three', 1),
  ]
  await moveTo(board, fay, 'group')
  const groups = async () =>
    (await screenOf(board, fay)).sight.topics.map((topic: { cards: { text: string }[] }) =>
      topic.cards.map(({ text }) => text).sort(),
    )
  await fay.post(`${board.at}/groups`, { cards: [one, three] })
  expect((await groups()).sort()).toEqual([['one', 'three'], ['two']])
  const group = (await screenOf(board, fay)).sight.topics.find(
    (topic: { cards: object[] }) => topic.cards.length > 1,
  )
  await fay.post(`${board.at}/groups/${group.id}`, { title: 'Trust' })
  // A card of a group brings its group along, and the heading stays.
  await fay.post(`${board.at}/groups`, { cards: [two, one] })
  expect((await screenOf(board, fay)).sight.topics).toMatchObject([{ title: 'Trust' }])
  expect(await groups()).toEqual([['one', 'three', 'two']])
  await fay.post(`${board.at}/separations`, { cards: two })
  expect((await groups()).sort()).toEqual([['one', 'three'], ['two']])
  await fay.post(`${board.at}/hiding`, { cards: two })
  expect((await seatOf(board, phone)).sight.topics).toHaveLength(1)
  expect((await phone.get(`${board.at}/seat`)).body).not.toContain('>two<')
  expect((await fay.get(board.at)).body).toContain('Hidden: 1 card')
  await fay.post(`${board.at}/hiding/removal`, { cards: two })
  expect((await seatOf(board, phone)).sight.topics).toHaveLength(2)
})

test('the screen is for whoever leads the team; everybody else is led to a seat, and from there to the code', async () => {
  const max = await safe.signIn('max@acme.example')
  expect((await max.get(board.at)).statusCode).toBe(200)
  const member = await safe.signIn('payments1@acme.example')
  expect((await member.get(board.at)).headers.location).toBe(`${board.at}/seat`)
  expect((await member.get(`${board.at}/seat`)).headers.location).toBe('/join')
  expect((await safe.visitor().get(board.at)).headers.location).toBe('/sign-in')
  expect((await phone.get(`${board.at}/seat`)).statusCode).toBe(200)
})

test('everything works by plain forms too', async () => {
  const sent = await phone.post(`${board.at}/cards`, { text: 'Plain', column: '0' })
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${board.at}/seat`])
  expect((await phone.get(`${board.at}/seat`)).body).toContain('Plain')
  const revealed = await fay.post(`${board.at}/reveal`, {})
  expect([revealed.statusCode, revealed.headers.location]).toEqual([303, board.at])
  await fay.post(`${board.at}/stage`, { from: 'group', to: 'vote' })
  const [topic] = (await seatOf(board, phone)).sight.topics
  await phone.post(`${board.at}/votes`, { group: topic.id })
  expect((await phone.get(`${board.at}/seat`)).body).toContain('You have 2 votes left.')
})

test('topics from the results stand on the board from the start, marked, for everybody', async () => {
  const viewer = (await viewerOf(safe.context, await idOf(facilitator)))!
  const { teamId, columns } = await boardById(safe.context.store.read, board.id)
  const seeds = [{ column: 1, text: 'Trust fell by more than noise' }]
  const id = await startSeeded(safe.context, viewer, { teamId, columns, seeds })
  const { code } = await boardById(safe.context.store.read, id)
  const seeded = { id, code: code!, at: `/boards/${id}` }
  const page = (await (await join(safe, seeded)).get(`${seeded.at}/seat`)).body
  for (const words of ['Trust fell by more than noise', 'from the results', '0 cards written so far'])
    expect(page).toContain(words)
  await moveTo(seeded, fay, 'group', 'vote')
  expect((await screenOf(seeded, fay)).sight.topics).toHaveLength(1)
  const stranger = (await viewerOf(safe.context, await idOf('ledger1@acme.example')))!
  await expect(startSeeded(safe.context, stranger, { teamId, columns })).rejects.toThrow('notAllowed')
})

async function idOf(email: string): Promise<string> {
  const rows = await safe.context.store.read.select().from(people).where(eq(people.email, email))
  return rows[0]!.id
}

test('the timer is the server’s, and a new stage stops it', async () => {
  await fay.post(`${board.at}/timer`, { minutes: '5' })
  const ends = new Date(safe.clock.now().getTime() + 5 * 60_000).toISOString()
  expect((await phone.get(`${board.at}/seat`)).body).toContain(`data-ends="${ends}"`)
  await moveTo(board, fay, 'group')
  expect((await seatOf(board, phone)).sight.timerEndsAt).toBeNull()
  await fay.post(`${board.at}/timer`, { minutes: '1' })
  await fay.post(`${board.at}/timer/removal`, {})
  expect((await seatOf(board, phone)).sight.timerEndsAt).toBeNull()
  const refused = await press(fay, `${board.at}/timer`, { minutes: '1000' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('from 1 to 60')
})

test('leaders find their boards and start new ones; a member finds the records of the own team alone', async () => {
  const list = await fay.get('/boards')
  expect(list.body).toContain(board.at)
  expect(list.body).toContain('aria-current="page">Retros')
  const member = await safe.signIn('payments2@acme.example')
  expect((await member.get('/boards')).body).not.toContain(board.at)
  expect((await member.get('/results')).body).not.toContain('href="/boards"')
  await fay.post(`${board.at}/ending`, {})
  expect((await member.get('/boards')).body).toContain(`${board.at}/record`)
  const elsewhere = await safe.signIn('ledger1@acme.example')
  expect((await elsewhere.get('/boards')).body).not.toContain(board.at)
})
