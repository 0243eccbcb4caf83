import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildApp } from '#server/app.ts'
import { newId } from '#server/storage/identifier.ts'
import { openStore } from '#server/storage/index.ts'
import { actions } from '#server/storage/schema/actions.ts'
import { boards } from '#server/storage/schema/boards.ts'
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
import { Listener } from '../../helpers/events.ts'

let safe: TestApp
let fay: Visitor
let board: Board
let phone: Visitor
let origin: string
let listeners: Listener[]

beforeEach(async () => {
  listeners = []
  safe = await retroTeams()
  origin = await safe.app.listen({ port: 0, host: '127.0.0.1' })
  fay = await safe.signIn(facilitator)
  board = await startBoard(fay)
  phone = await join(safe, board)
})
afterEach(async () => {
  listeners.forEach((listener) => listener.close())
  await safe.stop()
})

function listen(path: string, cookie: string, headers = {}, at = origin): Listener {
  const listener = new Listener(`${at}${board.at}/${path}`, cookie, headers)
  listeners.push(listener)
  return listener
}
const seat = (by: Visitor, headers = {}, at = origin) =>
  listen('seat/events', `seat=${by.cookie('seat')}`, headers, at)
const screen = (by: Visitor) => listen('events', `session=${by.cookie('session')}`)

test('what changes is sent to everybody who looks, as each may see it', async () => {
  const [wall, mine, other] = [screen(fay), seat(phone), seat(await join(safe, board))]
  for (const listener of [wall, mine, other]) await listener.hears('0 cards written so far')
  await write(board, phone, 'Not yet for others')
  for (const listener of [wall, mine, other]) await listener.hears('1 card written so far')
  await mine.hears('Not yet for others')
  for (const { boards } of [wall, other]) expect(JSON.stringify(boards)).not.toContain('Not yet for others')
  await moveTo(board, fay, 'group')
  for (const listener of [wall, mine, other]) await listener.hears(/in-group.*Not yet for others/s)
  for (const powers of ['Turn the cards over', 'name="cards"', board.code])
    expect(JSON.stringify([mine.boards, other.boards])).not.toContain(powers)
})

test('nothing that stands on a board can end a line of the stream', async () => {
  const wall = screen(fay)
  await moveTo(board, fay, 'group', 'vote', 'discuss', 'decide')
  await safe.context.store.write(async (tx) => {
    const [{ teamId } = { teamId: '' }] = await tx.select().from(boards).where(eq(boards.id, board.id))
    const words = { text: 'Pair', ownerName: 'Somebody\rdata: else\r\revent: leave', due: '2026-12-01' }
    const action = { ...words, id: newId(), teamId, boardId: board.id, state: 'open' as const }
    await tx.insert(actions).values({ ...action, madeAt: safe.clock.now(), remindedUntil: '2026-11-01' })
  })
  await fay.postJson(`${board.at}/timer`, { minutes: 1 })
  const { data } = await wall.hears('Somebody')
  expect(data).toContain('Somebody\ndata: else\n\nevent: leave')
  expect(data).not.toContain('\r')
})

test('a message is the whole board as it is, so whoever missed some has missed nothing, and nothing comes twice', async () => {
  const early = seat(phone)
  await early.hears('0 cards')
  early.close()
  for (const text of ['one', 'two', 'three']) await write(board, phone, text)
  const again = seat(phone, { 'last-event-id': '1' })
  const { data, id } = await again.hears('3 cards written so far')
  for (const text of ['one', 'two', 'three']) expect(data.split(`>${text}</p>`)).toHaveLength(2)
  expect(Number(id)).toBe((await seatOf(board, phone)).sight.version)
})

test('who changes nothing for a device does not wake it', async () => {
  const mine = seat(phone)
  await mine.hears('0 cards')
  const sent = mine.boards.length
  await moveTo(board, fay, 'group')
  await mine.hears('in-group')
  await fay.postJson(`${board.at}/groups`, { cards: [] })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(mine.boards).toHaveLength(sent + 1)
})

test('the stream is not kept back on its way: not compressed, not buffered, not stored', async () => {
  const mine = seat(phone, { 'accept-encoding': 'gzip, br' })
  await mine.opened()
  expect(mine.headers).toMatchObject({
    'content-type': expect.stringContaining('text/event-stream'),
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  expect(mine.headers['content-encoding']).toBeUndefined()
})

test('devices are told the server’s time, for the timer', async () => {
  const { data } = await seat(phone).hears('clock')
  expect(Number(data)).toBe(safe.clock.now().getTime())
})

test('a server that stops ends its streams at once, and after a restart nothing is lost and nothing doubled', async () => {
  const before = [seat(phone), screen(fay)]
  for (const listener of before) await listener.hears('0 cards')
  const id = 'abcdefghijklmnopqrstuv'
  const card = { card: id, text: 'Sent as it stopped', column: 0 }
  await phone.postJson(`${board.at}/cards`, card)
  const stopping = Date.now()
  await safe.app.close()
  await Promise.all(before.map(({ ended }) => ended))
  expect(Date.now() - stopping).toBeLessThan(3000)

  const restarted = await buildApp(safe.context)
  const at = await restarted.listen({ port: 0, host: '127.0.0.1' })
  const again = seat(phone, { 'last-event-id': before[0]!.boards.at(-1)!.id! }, at)
  await again.hears('1 card written so far')
  // The device does not know whether its card arrived, and sends it once more.
  const cookie = `seat=${phone.cookie('seat')}`
  const headers = { cookie, origin: at, 'content-type': 'application/json' }
  const sent = await fetch(`${at}${board.at}/cards`, { method: 'POST', headers, body: JSON.stringify(card) })
  expect(sent.status).toBe(201)
  const other = seat(phone, {}, at)
  const { data } = await other.hears('written so far')
  expect(data).toContain('1 card written so far')
  expect(data.split('Sent as it stopped</p>')).toHaveLength(2)
  expect(safe.reports).toEqual([])
  await restarted.close()
})

test('what another process on the same database changes is noticed', async () => {
  const mine = seat(phone)
  await mine.hears('0 cards')
  const store = await openStore(safe.context.config)
  const other = await buildApp({ ...safe.context, store })
  const headers = { cookie: `seat=${phone.cookie('seat')}`, 'content-type': 'application/json' }
  const payload = JSON.stringify({ text: 'From elsewhere', column: 0 })
  await other.inject({ method: 'POST', url: `${board.at}/cards`, headers, payload })
  await mine.hears('From elsewhere')
  await other.close()
  await store.close()
})

test('who leads no longer is sent away from the screen before anything more is shown', async () => {
  const max = await safe.signIn('max@acme.example')
  const wall = screen(max)
  await wall.hears('0 cards')
  const dana = await safe.signIn('dana@acme.example')
  const person = /\/people\/([\w-]{20,})/.exec((await dana.get('/people?q=max')).body)![1]!
  await dana.post(`/people/${person}/removal`, {})
  await write(board, phone, 'Only for the others')
  await moveTo(board, fay, 'group')
  await wall.hears('leave')
  await wall.ended
  expect(JSON.stringify(wall.received)).not.toContain('Only for the others')
})

test('nobody listens without a seat, and to a screen only who leads', async () => {
  const refused = [
    [listen('seat/events', ''), 403],
    [listen('events', ''), 303],
    [listen('events', `seat=${phone.cookie('seat')}`), 303],
    [screen(await safe.signIn('payments1@acme.example')), 403],
  ] as const
  for (const [listener, status] of refused) {
    await listener.opened()
    expect(listener.status).toBe(status)
  }
})

test(
  'sixty devices write at once: all is there, once, and everybody sees it',
  { timeout: 120_000 },
  async () => {
    const phones = await Promise.all(Array.from({ length: 60 }, () => join(safe, board)))
    const seats = phones.map((one) => seat(one))
    await Promise.all(seats.map((one) => one.hears('0 cards', 0, 20_000)))
    await Promise.all(phones.map((one, n) => write(board, one, `card of ${n}`)))
    await Promise.all(seats.map((one) => one.hears('60 cards written so far', 0, 20_000)))
    await moveTo(board, fay, 'group')
    const topics = (await screenOf(board, fay)).sight.topics as { cards: { text: string }[] }[]
    const texts = topics.map(({ cards }) => cards[0]!.text)
    expect(texts.sort()).toEqual(phones.map((_, n) => `card of ${n}`).sort())
    const last = await Promise.all(seats.map((one) => one.hears('in-group', 0, 20_000)))
    for (const { data } of last) expect(data.match(/card of \d+/g)).toHaveLength(60)
    await moveTo(board, fay, 'vote')
    await Promise.all(
      phones.map(async (one, n) => {
        const group = (await seatOf(board, one)).sight.topics[n % 5].id
        for (const number of [0, 1, 2]) await one.postJson(`${board.at}/votes`, { group, number })
      }),
    )
    expect((await screenOf(board, fay)).sight.votesCast).toBe(180)
  },
)

test('whoever does not keep up gets the newest once they do, and holds up nobody', async () => {
  const slow = seat(phone)
  await slow.hears('0 cards')
  const fast = seat(await join(safe, board))
  for (let n = 0; n < 30; n++) await write(board, phone, `${n} ${'x'.repeat(380)}`)
  await Promise.all([slow.hears('30 cards'), fast.hears('30 cards')])
  expect(slow.boards.length).toBeLessThanOrEqual(61)
})

test('an ended board lets go of those who watch it, and so does one on which nothing happens for an hour', async () => {
  const mine = seat(phone)
  await mine.hears('0 cards')
  vi.useFakeTimers({ toFake: ['setInterval'] })
  try {
    const quiet = await buildApp(safe.context)
    const at = await quiet.listen({ port: 0, host: '127.0.0.1' })
    const idle = seat(phone, {}, at)
    await idle.hears('0 cards')
    safe.clock.advance(59 * 60_000)
    vi.advanceTimersByTime(20_000)
    await idle.hears('clock', 2)
    expect(JSON.stringify(idle.received)).not.toContain('rest')
    safe.clock.advance(60_000)
    vi.advanceTimersByTime(20_000)
    await idle.hears('rest')
    await idle.ended
    await quiet.close()
  } finally {
    vi.useRealTimers()
  }
  await fay.postJson(`${board.at}/ending`, {})
  await mine.hears('in-ended')
  await mine.hears('rest')
  await mine.ended
})
