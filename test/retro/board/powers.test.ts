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
import { everythingStored } from '../../helpers/stored.ts'

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

/** Every command there is for whoever leads, with what it takes. */
async function commands(): Promise<[path: string, body: object | (() => Promise<object>)][]> {
  const topics = (await screenOf(board, fay)).sight.topics
  const cards = topics.map((topic: { cards: { id: string }[] }) => topic.cards[0]!.id)
  return [
    ['reveal', {}],
    ['stage', { from: 'group', to: 'vote' }],
    ['lock', {}],
    ['lock/removal', {}],
    ['timer', { minutes: 5 }],
    ['timer/extension', { minutes: 1 }],
    ['timer/removal', {}],
    [`groups/${topics[0].id}`, { title: 'Taken over' }],
    ['groups', { cards }],
    ['separations', { cards }],
    ['hiding', { cards }],
    ['hiding/removal', { cards }],
    ['moves', { card: cards[0], group: '' }],
    ['declined', { cards: [cards[0], cards.at(-1)] }],
    ['grouping/removal', {}],
    ['grouping', {}],
    ['stage', { from: 'vote', to: 'discuss' }],
    ['topic', async () => ({ topic: (await screenOf(board, fay)).sight.topic })],
    ['more', {}],
    ['stage', { from: 'discuss', to: 'decide' }],
    ['actions', { text: 'Taken over', owner: 'Fay', due: '2026-11-30' }],
    ['ending', {}],
  ]
}

/** What is sent, where it is only known when it is. */
const sent = async (body: object | (() => Promise<object>)) => (typeof body === 'function' ? body() : body)

test('nobody but whoever leads the team reaches a power of theirs, and what is refused changes nothing', async () => {
  await write(board, phone, 'one')
  await write(board, phone, 'two')
  await moveTo(board, fay, 'group')
  const strangers = {
    participant: phone,
    visitor: safe.visitor(),
    member: await safe.signIn('payments1@acme.example'),
    'member of another team': await safe.signIn('ledger1@acme.example'),
    administrator: await safe.signIn('dana@acme.example'),
  }
  const all = await commands()
  const before = await everythingStored(safe.context.store)
  for (const [who, by] of Object.entries(strangers))
    for (const [path, body] of all) {
      const signedIn = by !== phone && who !== 'visitor'
      const refused = await by.postJson(`${board.at}/${path}`, await sent(body))
      expect.soft([who, path, refused.statusCode]).toEqual([who, path, signedIn ? 403 : 401])
    }
  expect(await everythingStored(safe.context.store)).toBe(before)
  for (const [path, body] of all)
    expect
      .soft([path, (await fay.postJson(`${board.at}/${path}`, await sent(body))).statusCode < 400])
      .toEqual([path, true])
})

test('every command that is not a participant’s is among those tried above', async () => {
  const tried = new Set((await commandsAsRoutes()).map((path) => `/boards/:id/${path}`))
  const theirs = /^\/boards\/:id\/(cards|cards\/:card(\/removal)?|votes(\/withdrawal)?|seat\/.*)$/
  const posts = safe.app.routeTable.filter(
    ({ method, url }) => method === 'POST' && url.startsWith('/boards/:id'),
  )
  expect(posts.map(({ url }) => url).filter((url) => !tried.has(url) && !theirs.test(url))).toEqual([])
})

async function commandsAsRoutes() {
  await write(board, phone, 'one')
  await moveTo(board, fay, 'group')
  return (await commands()).map(([path]) => path.replace(/^groups\/.+/, 'groups/:group'))
}

test('somebody removed from the roster in the middle leads no longer, from that moment on', async () => {
  const dana = await safe.signIn('dana@acme.example')
  const max = await safe.signIn('max@acme.example')
  expect((await max.postJson(`${board.at}/lock`, {})).statusCode).toBe(200)
  const person = /\/people\/([\w-]{20,})/.exec((await dana.get('/people?q=max')).body)![1]!
  await dana.post(`/people/${person}/removal`, {})
  expect((await max.postJson(`${board.at}/lock/removal`, {})).statusCode).toBe(401)
  expect((await max.get(board.at)).headers.location).toBe('/sign-in')
  expect((await screenOf(board, fay)).sight.locked).toBe(true)
})

test('of two who lead, the second who takes another step is told so and shown the board as it is', async () => {
  await moveTo(board, fay, 'group', 'vote')
  const late = await press(fay, `${board.at}/stage`, { from: 'group', to: 'write' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('The board is at another stage by now')
  expect(late.body).toContain('class="screen in-vote')
  expect((await screenOf(board, fay)).sight.stage).toBe('vote')
})

test('of two who lead, the second who takes the same step finds it taken', async () => {
  const steps = [1, 2].map(() => fay.postJson(`${board.at}/reveal`, {}))
  expect((await Promise.all(steps)).map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect((await screenOf(board, fay)).sight.stage).toBe('group')
  const leaps = await fay.postJson(`${board.at}/stage`, { from: 'group', to: 'decide' })
  expect(leaps.statusCode).toBe(422)
})

test('a locked board takes no card, no vote and nobody new; who is there stays, and reads', async () => {
  await fay.postJson(`${board.at}/lock`, {})
  const refused = await press(phone, `${board.at}/cards`, { text: 'Late', column: '0' })
  expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('The board is locked')])
  // What was typed can be copied from the answer.
  expect(refused.body).toContain('<blockquote>Late</blockquote>')
  const newcomer = await join(safe, board)
  expect((await newcomer.get(`${board.at}/seat`)).headers.location).toBe('/join')
  expect((await join(safe, board, phone).then(() => phone.get(`${board.at}/seat`))).statusCode).toBe(200)
  await fay.postJson(`${board.at}/lock/removal`, {})
  await write(board, phone, 'In time')
})

test('an ended board stays as it is, whoever asks', async () => {
  const card = await write(board, phone, 'one')
  await moveTo(board, fay, 'group')
  const all = await commands()
  const sentOnce = new Map(
    await Promise.all(all.map(async ([path, body]) => [path, await sent(body)] as const)),
  )
  const [topic] = (await seatOf(board, phone)).sight.topics
  await fay.postJson(`${board.at}/ending`, {})
  const before = await everythingStored(safe.context.store)
  for (const [path] of all.filter(([path]) => path !== 'ending'))
    expect
      .soft([path, (await fay.postJson(`${board.at}/${path}`, sentOnce.get(path)!)).json().error])
      .toEqual([path, 'boardEnded'])
  for (const [path, body] of [
    ['cards', { text: 'Late', column: 0 }],
    [`cards/${card}`, { text: 'Late', column: 0 }],
    [`cards/${card}/removal`, {}],
    ['votes', { group: topic.id }],
    ['votes/withdrawal', { group: topic.id }],
  ] as const)
    expect
      .soft([path, (await phone.postJson(`${board.at}/${path}`, body)).json().error])
      .toEqual([path, 'boardEnded'])
  expect((await fay.postJson(`${board.at}/ending`, {})).statusCode).toBe(200)
  expect(await everythingStored(safe.context.store)).toBe(before)
})

test('whoever leads may write and vote as well, from a seat like everybody else’s', async () => {
  const own = await fay.get(`${board.at}/seat`)
  expect([own.statusCode, own.headers.location]).toEqual([303, `${board.at}/seat`])
  await write(board, fay, 'From the front')
  expect((await seatOf(board, fay)).mine.cards).toHaveLength(1)
  expect((await fay.get(board.at)).body).not.toContain('From the front')
})
