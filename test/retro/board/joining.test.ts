import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readCode, newCode } from '#server/retro/board/code.ts'
import { limitGuesses } from '#server/web/limits.ts'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import {
  facilitator,
  join,
  retroTeams,
  screenOf,
  seatOf,
  startBoard,
  write,
  type Board,
} from '../../helpers/boards.ts'
import { everythingStored } from '../../helpers/stored.ts'

const hour = 60 * 60 * 1000

let safe: TestApp
let fay: Visitor
let board: Board

beforeAll(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
})
beforeEach(async () => {
  safe.clock.advance(2 * hour)
  board = await startBoard(fay)
})
afterAll(() => safe.stop())

test('a code has eight letters and digits of which none is mistaken for another, and no two are alike', () => {
  const codes = Array.from({ length: 2000 }, newCode)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
  expect(new Set(codes).size).toBe(codes.length)
})

test('a code is read however it is typed', async () => {
  expect(readCode(' abcd-2345 ')).toBe('ABCD2345')
  const typed = ` ${board.code.slice(0, 4).toLowerCase()} - ${board.code.slice(4)}`
  const joining = await safe.visitor().post('/join', { code: typed })
  expect(joining.headers.location).toBe(`${board.at}/seat?code=${board.code}`)
})

test('joining leaves a number behind and nothing of whom, and after the end not the number either', async () => {
  const numbers = (stored: string) => stored.replace(/"(seats|version)": \d+/g, '"$1": 0')
  const before = await everythingStored(safe.context.store)
  for (let n = 0; n < 5; n++) await join(safe, board)
  const member = await safe.signIn('payments1@acme.example')
  const signedIn = await everythingStored(safe.context.store)
  await join(safe, board, member)
  await member.get(`${board.at}/seat`)
  expect(numbers(await everythingStored(safe.context.store))).toBe(numbers(signedIn))
  expect(signedIn.length - before.length).toBeLessThan(1500)
  expect((await screenOf(board, fay)).sight.room.joined).toBe(6)
  await fay.postJson(`${board.at}/ending`, {})
  const { boards } = JSON.parse(await everythingStored(safe.context.store))
  expect(boards.find(({ id }: Board) => id === board.id).seats).toBe(0)
})

test('wrong codes at a seat are counted with those that are typed, and whoever has the right one is not', async () => {
  const guesser = safe.visitor()
  for (let n = 0; n < 30; n++)
    expect((await guesser.get(`${board.at}/seat?code=${newCode()}`)).headers.location).toBe('/join')
  expect((await guesser.get(`${board.at}/seat?code=${newCode()}`)).statusCode).toBe(429)
  expect((await guesser.post('/join', { code: newCode() })).statusCode).toBe(429)
  safe.clock.advance(2 * hour)
  for (let n = 0; n < 40; n++) await join(safe, board)
})

test('the secret is for this board alone, out of reach of scripts and of other sites', async () => {
  const device = safe.visitor()
  const joining = await device.get(`/join/${board.code}`)
  const { headers } = await device.get(joining.headers.location!)
  const cookie = String(headers['set-cookie'])
  expect(cookie).toMatch(new RegExp(`^seat=${board.id}\\.[\\w-]{43}\\.[^;]+;`))
  for (const part of [`Path=${board.at}`, 'HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(part)
  // The address that stays in the browser's history holds no code.
  expect(headers.location).toBe(`${board.at}/seat`)
})

test('who joins again keeps the seat, with the cards written from it', async () => {
  const phone = await join(safe, board)
  await write(board, phone, 'Mine')
  await join(safe, board, phone)
  expect((await seatOf(board, phone)).mine.cards).toHaveLength(1)
})

test('a code that no board has is told so at its field, with what was typed', async () => {
  const page = await safe.visitor().post('/join', { code: '<b>nope' })
  expect(page.statusCode).toBe(422)
  expect(page.body).toContain('No board is open under this code.')
  expect(page.body).toContain('value="&lt;b>nope"')
  expect((await safe.visitor().get('/join/ABCD2345')).statusCode).toBe(422)
})

test('whoever guesses codes is stopped after thirty an hour; whoever knows one is not counted', async () => {
  for (let n = 0; n < 40; n++) expect((await safe.visitor().get(`/join/${board.code}`)).statusCode).toBe(303)
  const tries: number[] = []
  for (let n = 0; n < 32; n++) tries.push((await safe.visitor().get(`/join/GUESS${n}`)).statusCode)
  expect(tries).toEqual([...Array(30).fill(422), 429, 429])
  // Not even the right one, or the limit could be felt for.
  expect((await safe.visitor().get(`/join/${board.code}`)).statusCode).toBe(429)
  safe.clock.advance(hour)
  expect((await safe.visitor().get(`/join/${board.code}`)).statusCode).toBe(303)
})

test('guesses from many addresses are stopped together, for an hour', () => {
  const guesses = limitGuesses(safe.app.pages, { client: 30, all: 100 })
  const from = (n: number) => ({ ip: `10.0.0.${n}` }) as FastifyRequest
  for (let n = 0; n < 100; n++) {
    guesses.refuse(from(n))
    guesses.guessedWrong(from(n))
  }
  expect(() => guesses.refuse(from(200))).toThrow('tooManyRequests')
  safe.clock.advance(hour)
  expect(() => guesses.refuse(from(200))).not.toThrow()
})

test('the code of a board that has ended leads nowhere', async () => {
  const phone = await join(safe, board)
  await fay.postJson(`${board.at}/ending`, {})
  expect((await safe.visitor().get(`/join/${board.code}`)).statusCode).toBe(422)
  // A device that was there reads the end once, and then has nothing to prove any more.
  const seat = await phone.get(`${board.at}/seat`)
  expect([seat.statusCode, seat.body]).toEqual([200, expect.stringContaining('This retro has ended')])
  expect(phone.cookie('seat')).toBeUndefined()
  expect((await phone.get(`${board.at}/seat`)).statusCode).toBe(409)
})

test('an invented seat opens no board, neither running, locked nor ended, nor does the seat of another', async () => {
  const elsewhere = await startBoard(fay)
  const phone = await join(safe, elsewhere)
  const invented = ['A'.repeat(43), `${board.id}.${'A'.repeat(43)}`, `${board.id}.${'A'.repeat(43)}.AAAA`]
  const seats = [...invented, phone.cookie('seat')!]
  await write(elsewhere, phone, 'Only for that room')
  const refusedEverywhere = async () => {
    for (const seat of seats) {
      const headers = { cookie: `seat=${encodeURIComponent(seat)}` }
      const page = await safe.visitor().get(`${board.at}/seat`, headers)
      expect.soft([seat, page.statusCode < 300]).toEqual([seat, false])
      const stream = await safe.visitor().get(`${board.at}/seat/events`, headers)
      expect.soft([seat, stream.statusCode]).toEqual([seat, 403])
    }
  }
  await refusedEverywhere()
  await fay.postJson(`${board.at}/lock`, {})
  await refusedEverywhere()
  await fay.postJson(`${board.at}/ending`, {})
  await refusedEverywhere()
})

test('knowing a board’s address without its code opens nothing', async () => {
  const stranger = safe.visitor()
  for (const path of ['seat', 'seat?code=ABCD2345'])
    expect((await stranger.get(`${board.at}/${path}`)).headers.location).toBe('/join')
  expect((await stranger.get(`${board.at}/seat/events`)).statusCode).toBe(403)
  expect((await stranger.postJson(`${board.at}/cards`, { text: 'x', column: 0 })).json().error).toBe(
    'joinFirst',
  )
})
