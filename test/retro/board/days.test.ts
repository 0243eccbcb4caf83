import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import {
  facilitator,
  join,
  moveTo,
  retroTeams,
  screenOf,
  startBoard,
  type Board,
} from '../../helpers/boards.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

let safe: TestApp
let fay: Visitor
let board: Board

beforeEach(async () => {
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
  safe.letters.length = 0
  board = await startBoard(fay, { daysEach: 3 })
})
afterEach(() => safe.stop())

async function after(time: number) {
  safe.clock.advance(time)
  await safe.minute()
  const mailed = safe.letters.splice(0).filter(({ subject }) => subject.includes('retro'))
  return mailed.map(({ to, subject, text }) => ({ to, subject, text }))
}

test('everybody of the team is mailed the same way in, whoever takes part, and nobody of another team', async () => {
  const mailed = await after(0)
  expect(mailed).toHaveLength(10)
  expect(mailed.every(({ to }) => !to.startsWith('ledger'))).toBe(true)
  expect(mailed[0]!.text).toContain(`/join/${board.code}`)
  const bodies = mailed.map(({ text }) => text.replace(/^.*$/m, '').replace(/reminders\/\S+/, ''))
  expect(new Set(bodies).size).toBe(1)
  expect(await after(hour)).toEqual([])
})

test('a day before a stage ends all are told once more, at its end only those who lead, and each once', async () => {
  await after(0)
  expect(await after(2 * day + hour)).toHaveLength(10)
  expect(await after(hour)).toEqual([])
  const over = await after(day)
  expect(over.map(({ to }) => to).sort()).toEqual([facilitator, 'max@acme.example'])
  expect(over[0]!.text).toContain(board.at)
  expect(await after(day)).toEqual([])
})

test('when the board goes on, everybody is mailed what is asked now, with a new end', async () => {
  await after(0)
  safe.clock.advance(day)
  await moveTo(board, fay, 'group')
  expect(await after(0)).toEqual([])
  await moveTo(board, fay, 'vote')
  const mailed = await after(0)
  expect(mailed).toHaveLength(10)
  expect(mailed[0]!.text).toContain('vote for what should be talked about')
  const ends = new Date(safe.clock.now().getTime() + 3 * day).toISOString()
  expect((await screenOf(board, fay)).sight.openUntil).toBe(ends)
})

test('whoever wants no reminders gets none, and a letter that waits when the board goes on is not sent', async () => {
  const member = await safe.signIn('payments1@acme.example')
  await member.post('/reminders/refusal', { choice: 'reminders' })
  await after(0)
  board = await startBoard(fay, { daysEach: 3 })
  await moveTo(board, fay, 'group')
  expect(await after(0)).toEqual([])
  await moveTo(board, fay, 'vote')
  const mailed = await after(0)
  expect(mailed.map(({ to }) => to)).not.toContain('payments1@acme.example')
})

test('it stays open while its stages last, its topics have no clock, and forgotten it ends a week after its last stage', async () => {
  const phone = await join(safe, board)
  for (const stage of ['group', 'vote', 'discuss']) {
    await after(3 * day)
    fay = await safe.signIn(facilitator)
    await moveTo(board, fay, stage)
  }
  expect((await screenOf(board, fay)).sight).toMatchObject({ stage: 'discuss', timerEndsAt: null })
  expect((await phone.get(`${board.at}/seat`)).statusCode).toBe(200)
  await after(9 * day)
  fay = await safe.signIn(facilitator)
  expect((await screenOf(board, fay)).sight.stage).toBe('discuss')
  await after(2 * day)
  expect((await fay.get(board.at)).headers.location).toBe(`${board.at}/record`)
})

test('a number of days out of range is told at its field', async () => {
  for (const daysEach of ['0', '15', 'x']) {
    const page = await fay.post('/boards', { team: 'none', daysEach })
    expect(page.body).toContain('id="daysEach-fault"')
  }
})
