import type { FastifyInstance } from 'fastify'
import { readdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newSignInLink, setUp } from '#server/access/access.ts'
import { buildApp } from '#server/app.ts'
import { startJobs } from '#server/jobs.ts'
import { openPost, queueLetter } from '#server/post/post.ts'
import { removeSample, makeSample, visitable } from '#server/sample/sample.ts'
import { organisationOf } from '#server/settings/settings.ts'
import { boardCards, boards, boardVotes } from '#server/storage/schema/boards.ts'
import { ballots } from '#server/storage/schema/ballots.ts'
import { people } from '#server/storage/schema/people.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { actions } from '#server/storage/schema/actions.ts'
import { codes, sums } from '#server/storage/schema/publishing.ts'
import { invitations, rounds } from '#server/storage/schema/rounds.ts'
import { setupToken, TestApp, Visitor } from '../helpers/app.ts'
import { Child, killChildren } from '../helpers/process.ts'
import { everythingStored } from '../helpers/stored.ts'

const small = {
  months: 2,
  teams: [
    { path: ['Platform'], size: 3 },
    { path: ['Platform', 'Developer Experience'], size: 10 },
    { path: ['Platform', 'Reliability'], size: 13 },
    { path: ['Platform', 'Security'], size: 5 },
  ],
}
const aMinute = 60_000

let safe: TestApp
const others: FastifyInstance[] = []
beforeEach(async () => {
  safe = await TestApp.start()
})
afterEach(async () => {
  await killChildren()
  for (const app of others.splice(0)) await app.close()
  await safe.stop()
})

const make = (options = {}) => makeSample(safe.context, { ...small, now: safe.clock.now(), ...options })

/** The application once more, making small sample companies; `printed` is what it says after the start. */
async function appWithSmallSample(token: string | null = setupToken) {
  const printed: string[] = []
  const print = (line: string) => void printed.push(line)
  const app = await buildApp(safe.context, {
    setupToken: token,
    print,
    sample: { ...small, months: 1 },
  })
  others.push(app)
  return { printed, visitor: () => new Visitor(app) }
}

/** The tables with something in them. */
async function filled(): Promise<string[]> {
  const tables = JSON.parse(await everythingStored(safe.context.store)) as Record<string, unknown[]>
  return Object.keys(tables).filter((name) => tables[name]!.length > 0)
}

test(
  'its rounds went the whole way: published, without a ballot, an invitation or a key left',
  { timeout: aMinute },
  async () => {
    const steps: string[] = []
    await make({ progress: ({ work }: { work: string }) => steps.push(work) })
    const { read } = safe.context.store
    const held = await read.select().from(rounds)
    expect(held.map(({ month }) => month).sort()).toEqual(['2026-09', '2026-10'])
    for (const { state, outcome, fingerprint } of held) {
      expect([state, outcome]).toEqual([
        'closed',
        expect.objectContaining({ published: true, invited: 31, spoiled: 0 }),
      ])
      expect(fingerprint).toHaveLength(26)
    }
    expect(await read.select().from(ballots)).toEqual([])
    expect(await read.select().from(invitations)).toEqual([])
    expect(await safe.context.keys.list('rounds')).toEqual([])
    expect(steps).toEqual(['founding', 'opening', 'answering', 'closing', 'opening', 'answering', 'closing'])
    expect((await organisationOf(read))!.sample).toBe('ready')
  },
)

test(
  'its teams decide things, do or drop them, and are asked in the ballot whether that helped',
  { timeout: 2 * aMinute },
  async () => {
    await make({ months: 4 })
    const { read } = safe.context.store
    const decided = await read.select().from(actions)
    expect(decided.map(({ state, reason }) => [state, reason !== null]).sort()).toEqual([
      ['done', false],
      ['open', false],
    ])
    const own = (await read.select().from(codes)).filter(({ question }) => question.startsWith('action-'))
    expect(own.map(({ code }) => code.shown)).not.toContain('none')
    expect(own).toHaveLength(1)
    // Each came out of a retro, held on a board to its end.
    const held = await read.select().from(boards)
    expect(held.map(({ id, stage }) => [id, stage]).sort()).toEqual(
      decided.map(({ boardId }) => [boardId, 'ended']).sort(),
    )
    expect((await read.select().from(boardCards)).length).toBe(8 * held.length)
    expect((await read.select().from(boardVotes)).length).toBe(15 * held.length)
    await removeSample(safe.context)
    expect(await filled()).toEqual(['questions', 'question_versions'])
  },
)

test('nobody in it is ever mailed', { timeout: aMinute }, async () => {
  await make({ months: 1 })
  const [member] = await visitable(safe.context.store.read)
  await safe.visitor().post('/sign-in', { email: member!.email })
  const context = { ...safe.context, post: openPost(safe.context.config) }
  const jobs = startJobs(context)
  while ((await safe.context.store.read.select().from(outbox)).length > 0) await pause(20)
  await jobs.stop()
  expect(safe.reports).toEqual([])
  expect(await lettersIn(safe.context.config.DATA_DIR)).toEqual([])
  expect(safe.letters).toEqual([])
})

test('the post drops what is addressed under .invalid, and sends the rest', async () => {
  const post = openPost(safe.context.config)
  const letter = { from: 'Acme', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }
  for (const [n, to] of ['ada@northwind.invalid', 'ada@INVALID', 'ada@invalid.example'].entries())
    await post.send({ ...letter, to }, { id: `letter${n}`, about: '' })
  expect(await lettersIn(safe.context.config.DATA_DIR)).toEqual(['letter2.eml'])
})

async function lettersIn(directory: string): Promise<string[]> {
  return readdir(`${directory}/outbox`)
}

test('the same seed publishes the same codes, another seed others', { timeout: 2 * aMinute }, async () => {
  const published = async (seed: number) => {
    await make({ seed, months: 1 })
    const found = await safe.context.store.read.select().from(sums)
    await removeSample(safe.context)
    const ofEverybody = found.filter(({ teamId }) => teamId === 'organisation')
    return new Map(ofEverybody.map(({ question, sum }) => [question, sum]))
  }
  const first = await published(7)
  expect(first.size).toBeGreaterThan(15)
  expect(await published(7)).toEqual(first)
  expect(await published(8)).not.toEqual(first)
})

test('where there is a real organisation it is refused, and nothing is touched', async () => {
  await safe.setUp()
  const before = await everythingStored(safe.context.store)
  await expect(make()).rejects.toMatchObject({ code: 'alreadySetUp' })
  await expect(removeSample(safe.context)).rejects.toMatchObject({ code: 'notFound' })
  expect(await everythingStored(safe.context.store)).toBe(before)
})

test('the command says so in one sentence', { timeout: aMinute }, async () => {
  await safe.setUp()
  const { DATA_DIR, KEY_DIR, DATABASE_URL } = safe.context.config
  const environment = { DATA_DIR, KEY_DIR, ...(DATABASE_URL ? { DATABASE_URL } : {}) }
  for (const args of [[], ['--start-over']]) {
    const { code, out, err } = await new Child('sample', environment, args).ended
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^The database in [^\n]+ holds a real organisation, Acme: [^\n]+\.\n$/)
  }
})

test('when it fails half-way nothing of it is left', { timeout: aMinute }, async () => {
  const fails = ({ work }: { work: string }) => {
    if (work === 'closing') throw new Error('the disk is full')
  }
  await expect(make({ progress: fails })).rejects.toThrow('the disk is full')
  expect(await filled()).toEqual(['questions', 'question_versions'])
  expect(await safe.context.keys.list('rounds')).toEqual([])
})

test(
  'from the set-up page: made beside everything else, and its maker becomes its administrator',
  { timeout: aMinute },
  async () => {
    const { visitor } = await appWithSmallSample()
    const [dana, mallory] = [visitor(), visitor()]
    expect((await dana.get('/setup')).body).toContain('formaction="/setup/sample"')
    expect((await mallory.post('/setup/sample', { token: 'guessed' })).statusCode).toBe(403)
    expect((await mallory.post('/setup/sample', { organisation: 'Kept' })).body).toContain('value="Kept"')
    const begun = await dana.post('/setup/sample', {
      token: setupToken,
      timeZone: 'Asia/Tokyo',
      organisation: '',
      email: '',
    })
    expect([begun.statusCode, begun.headers.location]).toEqual([303, '/setup/sample'])
    expect((await dana.get('/setup/sample')).body).toContain('<progress')
    while (!(await dana.get('/setup/sample/progress')).headers['hx-refresh']) await pause(50)

    expect((await mallory.get('/setup/sample')).headers.location).toBe('/setup')
    expect(mallory.cookie('session')).toBeUndefined()
    expect((await dana.get('/setup/sample')).headers.location).toBe('/sample')
    const home = await dana.get('/sample')
    expect(home.body).toContain('Sample company: invented people and answers.')
    expect((await dana.get('/settings')).body).toContain('Asia/Tokyo')
    expect((await dana.post('/setup/sample', { token: setupToken })).statusCode).toBe(409)
  },
)

test(
  'a visitor may be one person of each role, and sees what that person sees',
  { timeout: aMinute },
  async () => {
    await make({ months: 1 })
    const everybody = await visitable(safe.context.store.read)
    expect(everybody.map(({ role }) => role)).toEqual(['member', 'manager', 'facilitator', 'administrator'])
    const [member] = everybody
    const visitor = await signedIn(member!.email)
    expect((await visitor.get('/settings')).statusCode).toBe(403)
    const before = visitor.cookie('session')
    await visitor.post('/sample/visits', { as: 'administrator' })
    expect(visitor.cookie('session')).not.toBe(before)
    expect((await visitor.get('/settings')).body).toContain('Remove the sample company')
  },
)

test(
  'nobody walks in as somebody else once a real person is in the roster',
  { timeout: aMinute },
  async () => {
    await make({ months: 1 })
    const visitor = await signedIn((await visitable(safe.context.store.read)).at(-1)!.email)
    await visitor.post('/people', { email: 'dana@acme.example', administrator: 'yes' })
    expect(await safe.context.store.read.$count(people)).toBe(32)
    for (const as of ['member', 'administrator'])
      expect((await visitor.post('/sample/visits', { as })).statusCode).toBe(404)
    expect((await visitor.get('/sample')).statusCode).toBe(404)
  },
)

test('in a real organisation there is nobody to walk in as, and nothing to start over', async () => {
  const dana = await safe.setUp()
  expect((await dana.get('/')).body).not.toContain('Sample company')
  expect((await dana.get('/settings')).body).not.toContain('/sample/removal')
  expect((await dana.post('/sample/visits', { as: 'administrator' })).statusCode).toBe(404)
  for (const request of [dana.get('/sample'), dana.get('/sample/removal'), dana.post('/sample/removal', {})])
    expect((await request).statusCode).toBe(404)
})

test(
  'start over leaves nothing but the questions, prints a new link, and works again',
  { timeout: aMinute },
  async () => {
    const questionsAsTheyCome = await everythingStored(safe.context.store)
    await make({ months: 1 })
    const { visitor, printed } = await appWithSmallSample(null)
    const administrator = await signedIn((await visitable(safe.context.store.read)).at(-1)!.email, visitor())
    expect((await administrator.get('/sample/removal')).body).toContain('cannot be undone')
    await administrator.post('/questions/stress/retirement', {})
    const removed = await administrator.post('/sample/removal', {})
    expect(removed.headers.location).toBe('/setup')
    expect(await everythingStored(safe.context.store)).toBe(questionsAsTheyCome)
    expect(await safe.context.keys.list('rounds')).toEqual([])

    expect(printed).toEqual([expect.stringMatching(/^Set up: http:\/\/localhost:3000\/setup#[\w-]{43}$/)])
    const [, token] = printed[0]!.split('#')
    const form = { organisation: 'Acme', timeZone: 'UTC', email: 'dana@acme.example' }
    expect((await visitor().post('/setup', { ...form, token: setupToken })).statusCode).toBe(403)
    expect((await visitor().post('/setup', { ...form, token: token! })).statusCode).toBe(303)
  },
)

test('removed by the command, the server prints a link when somebody opens the set-up', async () => {
  await setUp(safe.context, {
    organisation: 'Northwind',
    timeZone: 'UTC',
    name: null,
    email: 'a@b.invalid',
    sample: 'ready',
  })
  const { visitor, printed } = await appWithSmallSample(null)
  expect((await visitor().get('/setup')).headers.location).toBe('/sign-in')
  await removeSample(safe.context)
  await visitor().get('/setup')
  await visitor().get('/setup')
  expect(printed).toEqual([expect.stringContaining('/setup#')])
})

test('one that was interrupted can be removed by whoever may set up, and by nobody else', async () => {
  await setUp(safe.context, {
    organisation: 'Northwind',
    timeZone: 'UTC',
    name: null,
    email: 'a@b.invalid',
    sample: 'being made',
  })
  const visitor = safe.visitor()
  expect((await visitor.get('/setup')).headers.location).toBe('/setup/sample')
  expect((await visitor.get('/setup/sample')).body).toContain('unfinished')
  expect((await visitor.post('/setup/sample/removal', { token: 'guessed' })).statusCode).toBe(403)
  expect((await visitor.post('/setup/sample/removal', { token: setupToken })).statusCode).toBe(303)
  expect(await filled()).toEqual(['questions', 'question_versions'])
  expect((await visitor.post('/setup/sample/removal', { token: setupToken })).statusCode).toBe(404)
})

test('while one is being made the minute tick and the mail leave it alone', async () => {
  const { context } = safe
  await setUp(context, {
    organisation: 'Northwind',
    timeZone: 'UTC',
    name: null,
    email: 'a@b.invalid',
    sample: 'being made',
  })
  await context.store.write((tx) => queueLetter(tx, context, { kind: 'sign-in', addressee: 'a@b.invalid' }))
  const jobs = startJobs(context)
  await pause(100)
  await jobs.stop()
  expect(safe.reports).toEqual([])
  expect(await context.store.read.$count(outbox)).toBe(1)
  expect(safe.letters).toEqual([])
})

async function signedIn(email: string, visitor = safe.visitor()): Promise<Visitor> {
  const link = await newSignInLink(safe.context, email)
  await visitor.post(new URL(link!).pathname, {})
  return visitor
}
