import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSignInLink } from '#server/access/access.ts'
import { makeSample, visitable, type VisitorRole } from '#server/sample/sample.ts'
import { teamIds } from '../../helpers/pages.ts'
import { TestApp, type Visitor } from '../../helpers/app.ts'
import { moveTo, screenOf, type Board } from '../../helpers/boards.ts'

const teams = [
  { path: ['Platform'], size: 3 },
  { path: ['Platform', 'Developer Experience'], size: 10 },
  { path: ['Platform', 'Reliability'], size: 13 },
  { path: ['Platform', 'Security'], size: 5 },
  { path: ['Product'], size: 9 },
]

let safe: TestApp
let ids: Map<string, string>
const visitors = new Map<VisitorRole, Visitor>()
const as = (role: VisitorRole) => visitors.get(role)!

beforeAll(async () => {
  safe = await TestApp.start()
  await makeSample(safe.context, { months: 3, teams, now: safe.clock.now() })
  ids = await teamIds(safe)
  for (const { role, email } of await visitable(safe.context.store.read)) {
    const visitor = safe.visitor()
    const link = await newSignInLink(safe.context, email)
    await visitor.post(new URL(link!, 'http://localhost:3000').pathname, {})
    visitors.set(role, visitor)
  }
}, 120_000)
afterAll(() => safe.stop())

const at = (team = 'Platform / Reliability') => `/teams/${ids.get(team)}/kit`
const kit = async (query = '') => (await as('facilitator').get(at() + query)).body

/** What the page proposes, as its form would send it. */
function proposed(body: string) {
  const all = (pattern: RegExp) => [...body.matchAll(pattern)].map(([, found]) => readHtml(found!))
  return {
    round: all(/name="round" value="([^"]+)"/g)[0]!,
    texts: all(/<textarea id="text\.\d"[^>]*>([^<]*)</g),
    figures: all(/<textarea id="figure\.\d"[^>]*>([^<]*)</g),
    questions: all(/<textarea id="question\.\d"[^>]*>([^<]*)</g),
    rules: all(/Why this<\/summary><p class="hint">([^<]+)</g),
    order: all(/name="order" value="(\d)"/g),
    ticked: all(/name="topic" value="(\d)" checked/g),
  }
}

const readHtml = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** The board that was started. */
const boardAt = (location: unknown): Board => ({
  id: String(location).split('/').at(-1)!,
  code: '',
  at: String(location),
})

const cardsOf = async (board: Board) =>
  (await screenOf(board, as('facilitator'))).sight.topics.flatMap(
    ({ column, cards }: { column: number; cards: { text: string; fromResults: boolean }[] }) =>
      cards.map(({ text, fromResults }) => ({ column, text, fromResults })),
  )

test('whoever leads the team opens its kit, and nobody else', async () => {
  expect((await as('facilitator').get(at())).statusCode).toBe(200)
  expect((await as('manager').get(at())).statusCode).toBe(200)
  for (const role of ['member', 'administrator'] as const) {
    expect([role, (await as(role).get(at())).statusCode]).toEqual([role, 403])
    expect([role, (await as(role).post(at(), {})).statusCode]).toEqual([role, 403])
  }
  expect((await as('facilitator').get(at('Product'))).statusCode).toBe(403)
  expect((await as('facilitator').get('/teams/nothing/kit')).statusCode).toBe(403)
  expect((await safe.visitor().get(at())).headers.location).toContain('/sign-in')
})

test('a facilitator lands on the kit, and finds it among the boards and beside the team’s figures', async () => {
  const { location } = (await as('facilitator').get('/')).headers
  expect(location).toBe(at())
  expect((await as('facilitator').get('/boards')).body).toContain(`href="${at()}"`)
  const overview = `/overview/${ids.get('Platform / Reliability')}`
  expect((await as('facilitator').get(overview)).body).toContain(`href="${at()}"`)
  expect((await as('member').get(overview)).body).not.toContain(`href="${at()}"`)
})

test('it proposes three topics, each a line with a figure and an open question, and the rule that chose it', async () => {
  const { texts, figures, questions, rules, ticked } = proposed(await kit())
  expect(ticked).toEqual(['0', '1', '2'])
  expect(texts).toHaveLength(3)
  for (const text of texts) expect(text).toMatch(/^.{10,80}$/)
  for (const figure of figures) expect(figure).toMatch(/\d+\s%/)
  for (const question of questions) expect(question).toMatch(/\?$/)
  expect(rules).toHaveLength(3)
  expect(new Set(rules).size).toBeGreaterThan(1)
})

test('whoever opens it from outside is named to the team', async () => {
  const body = await kit()
  const { round } = proposed(body)
  const looked = async () =>
    (await as('member').get(`/rounds/${round}/results/${ids.get('Platform / Reliability')}`)).body.match(
      /\(facilitator\) opened them/g,
    )?.length ?? 0
  const before = await looked()
  // Once a day, however often it is opened.
  safe.clock.advance(24 * 60 * 60 * 1000)
  for (let n = 0; n < 2; n++) await kit()
  expect(await looked()).toBe(before + 1)
})

test('it brings the remarks written to the team, and no other team’s', async () => {
  const body = await kit()
  const { round } = proposed(body)
  const remarksIn = (page: string) => [...page.matchAll(/<blockquote>([^<]*)</g)].map(([, text]) => text)
  const results = (team: string) => as('manager').get(`/rounds/${round}/results/${ids.get(team)}`)
  const own = remarksIn((await results('Platform / Reliability')).body)
  expect(own.length).toBeGreaterThan(0)
  expect(remarksIn(body).toSorted()).toEqual(own.toSorted())
})

test('what is chosen becomes cards of the board, in its order, reworded, with what was added', async () => {
  const { round, texts, figures, questions } = proposed(await kit())
  const started = await as('facilitator').post(at(), {
    round,
    order: ['2', '1', '0'],
    topic: ['2', '0'],
    'text.0': texts[0]!,
    'figure.0': figures[0]!,
    'question.0': questions[0]!,
    'text.1': texts[1]!,
    'text.2': 'In our own words',
    'figure.2': ' ',
    'side.0': 'worse',
    added: 'On call at night\n\n  Who reviews whom',
    template: 'start',
  })
  expect(started.statusCode).toBe(303)
  const cards = await cardsOf(boardAt(started.headers.location))
  const whole = [texts[0], figures[0], questions[0]].join('\n')
  expect(cards.map(({ text }: { text: string }) => text).toSorted()).toEqual(
    [whole, 'In our own words', 'On call at night', 'Who reviews whom'].toSorted(),
  )
  expect(cards.every(({ fromResults }: { fromResults: boolean }) => fromResults)).toBe(true)
  // Start, stop, continue: what became worse is to stop, the rest goes last, as ordered.
  expect(cards.find(({ text }: { text: string }) => text === whole)!.column).toBe(1)
  expect(
    cards.filter(({ column }: { column: number }) => column === 2).map(({ text }: { text: string }) => text),
  ).toEqual(['In our own words', 'On call at night', 'Who reviews whom'])
})

test('what is put further up comes before what it passed, when it goes on the wall', async () => {
  const { round } = proposed(await kit())
  const words = { 'text.0': 'First proposed', 'text.1': 'Second proposed' }
  for (const [topic, order] of [
    [
      ['1', '0'],
      ['Second proposed', 'First proposed'],
    ],
    [
      ['0', '1'],
      ['First proposed', 'Second proposed'],
    ],
  ] as const) {
    const started = await as('facilitator').post(at(), { round, topic: [...topic], ...words })
    const cards = await cardsOf(boardAt(started.headers.location))
    expect(cards.map(({ text }: { text: string }) => text)).toEqual(order)
  }
})

test('without a script a topic moves by its button, and what was typed and left out stays so', async () => {
  const { round } = proposed(await kit())
  const move = async (number: number, direction: string, order: string[]) => {
    const typed = { round, order, topic: ['2'], 'text.2': 'In our own words', added: 'On call at night' }
    return as('facilitator').post(`${at()}/topics/${number}/moves/${direction}`, typed)
  }
  const { statusCode, body } = await move(2, 'up', ['0', '1', '2'])
  expect(statusCode).toBe(200)
  expect(proposed(body)).toMatchObject({ order: ['0', '2', '1'], ticked: ['2'] })
  for (const kept of ['>In our own words<', 'On call at night']) expect(body).toContain(kept)
  // Said aloud, and the button that was pressed has the focus.
  expect(body).toMatch(/role="status"[^>]*>In our own words: now 2 of 3\.</)
  expect(body).toMatch(/<button[^>]*topics\/2\/moves\/up[^>]* autofocus/)
  const orderAfter = async (...asked: Parameters<typeof move>) => proposed((await move(...asked)).body).order
  expect(await orderAfter(0, 'down', ['0', '2', '1'])).toEqual(['2', '0', '1'])
  expect(await orderAfter(1, 'down', ['0', '2', '1'])).toEqual(['0', '2', '1'])
  expect(await orderAfter(0, 'up', ['0', '2', '1'])).toEqual(['0', '2', '1'])
  expect((await move(0, 'sideways', ['0', '1', '2'])).statusCode).toBe(404)
  expect((await as('member').post(`${at()}/topics/0/moves/up`, {})).statusCode).toBe(403)
})

test('an exercise puts its question first and gives the board its columns; the others are one press away', async () => {
  const body = await kit()
  const offered = [...body.matchAll(/name="exercise" value="([\w-]*)"/g)].map(([, id]) => id)
  expect(offered).toHaveLength(12)
  expect(body).toMatch(/Fits [^<]+\./)
  const { round } = proposed(body)
  const topic = { 'text.0': 'Reviews take long', 'side.0': 'worse', topic: '0' }
  const answer = await as('facilitator').post(at(), { round, exercise: 'build', ...topic })
  const board = boardAt(answer.headers.location)
  expect(await cardsOf(board)).toMatchObject([
    { column: 0, text: expect.stringMatching(/^Should we build this at all\?\n/) },
    { column: 0, text: 'Reviews take long' },
  ])
  expect((await as('facilitator').get(board.at)).body).toContain('Make it smaller')
  const unknown = await as('facilitator').post(at(), { round, exercise: 'yoga', ...topic })
  expect(unknown.statusCode).toBe(422)
})

test('a topic without words is named, and everything typed is kept', async () => {
  const { round } = proposed(await kit())
  const wrong = {
    round,
    topic: ['1'],
    'text.0': 'Not taken, and kept',
    'text.1': ' ',
    added: 'On call at night',
    template: 'learned',
  }
  const { statusCode, body } = await as('facilitator').post(at(), wrong)
  expect(statusCode).toBe(422)
  expect(body).toContain('id="text.1-fault"')
  for (const kept of ['Not taken, and kept', 'On call at night', '<option value="learned" selected'])
    expect(body).toContain(kept)
  expect(proposed(body).ticked).toEqual(['1'])
  const long = await as('facilitator').post(at(), { ...wrong, topic: [], added: `Short\n${'x'.repeat(401)}` })
  expect(long.statusCode).toBe(422)
  expect(long.body).toContain('id="added-fault"')
})

test('an earlier round can be talked about: its topics, and nothing of what came later', async () => {
  const rounds = [...(await kit()).matchAll(/<option value="([\w-]{22})"[^>]*>([^<]+)</g)]
  expect(rounds).toHaveLength(3)
  const [, oldest] = rounds.at(-1)!
  const body = await kit(`?round=${oldest}`)
  expect(proposed(body).round).toBe(oldest)
  expect(proposed(body).rules.some((rule) => rule.includes('change'))).toBe(false)
})

test('what a board decides goes into the record, onto the team’s actions and along into the next kit', async () => {
  const { round } = proposed(await kit())
  const started = await as('facilitator').post(at(), { round, added: 'Pairs?', template: 'ai' })
  const board = boardAt(started.headers.location)
  await moveTo(board, as('facilitator'), 'group', 'vote', 'discuss', 'decide')
  const action = { text: 'Review in pairs for a month.', owner: 'Everybody', due: '2026-12-01' }
  const decided = await as('facilitator').post(`${board.at}/actions`, action)
  expect(decided.headers.location).toBe(board.at)
  await as('facilitator').post(`${board.at}/ending`, {})
  for (const page of [
    `${board.at}/record`,
    `${board.at}/board.md`,
    `/teams/${ids.get('Platform / Reliability')}/actions`,
    at(),
  ])
    expect([page, (await as('facilitator').get(page)).body.includes('Review in pairs for a month.')]).toEqual(
      [page, true],
    )
})

test('a script gets the topics as figures, and starts a board with the same fields', async () => {
  const { round, topics } = (await as('facilitator').get(at(), { accept: 'application/json' })).json()
  expect(topics).toHaveLength(3)
  const body = { round: round.id, topic: ['0'], text: { 0: 'By script' }, added: ['Another'] }
  const started = await as('facilitator').postJson(at(), body)
  expect(started.statusCode).toBe(201)
  const { id, join } = started.json()
  expect(join).toContain('/join/')
  const cards = await cardsOf({ id, code: '', at: `/boards/${id}` })
  expect(cards.map(({ text }: { text: string }) => text)).toEqual(['By script', 'Another'])
})
