import { afterEach, expect, test, vi } from 'vitest'
import { newSignInLink } from '#server/access/access.ts'
import type { Letter } from '#server/context.ts'
import { dialect } from '#server/storage/columns.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { answers, everybodyAnswers } from '../helpers/answering.ts'
import { administrator, TestApp, type Visitor } from '../helpers/app.ts'
import { ChatServer } from '../chat/chat-server.ts'
import { addChannel, allow, sendDue } from '../chat/company.ts'
import { emptyDatabase, temporaryDirectory } from '../helpers/store.ts'

vi.setConfig({ testTimeout: 240_000 })

const day = 24 * 60 * 60 * 1000
const lastDay = '2029-01-10'
/** The mail server is away while a round opens. */
const mailDown = '2027-05-03'
/** The server is off over the first Monday of a February. */
const off = { from: '2027-01-30', until: '2027-02-03' }

let processes: TestApp[] = []
afterEach(async () => {
  for (const one of processes) await one.stop()
  processes = []
})

/** On PostgreSQL a second server shares database, keys and letter box, and both tick at the same moments. */
async function start(): Promise<TestApp> {
  const where = { ...(await emptyDatabase()), KEY_DIR: temporaryDirectory() }
  const safe = await TestApp.start(where)
  processes = dialect === 'postgres' ? [safe, await TestApp.start(where)] : [safe]
  const send = async (letter: Letter) => {
    if (today() === mailDown) throw Object.assign(new Error('421'), { code: 'ECONNECTION' })
    safe.letters.push(letter)
  }
  for (const one of processes) one.context.post = { ...one.context.post, send }
  return safe
}

const today = () => processes[0]!.clock.now().toISOString().slice(0, 10)
const states = (safe: TestApp) => safe.context.store.read.select().from(rounds)

/** As the three jobs do, beside each other: a chat that hangs holds up neither rounds nor mail. */
const minute = (one: TestApp) => Promise.all([one.minute(), sendDue(one.context, 30)])

/** To the moment after the next that something is due at; by a day where what is due could not happen. */
async function passTime(safe: TestApp) {
  const now = safe.clock.now().getTime()
  const running = (await states(safe)).filter(({ state }) => state === 'scheduled' || state === 'open')
  const due = running.flatMap(({ state, opensAt, remindsAt, remindsAgainAt, closesAt }) =>
    state === 'scheduled' ? [opensAt] : [remindsAt, remindsAgainAt, closesAt],
  )
  const next = Math.min(...due.map((at) => at?.getTime() ?? 0).filter((at) => at > now))
  const isMissed = running.some(({ state, opensAt }) => state === 'scheduled' && opensAt.getTime() <= now)
  const step = isMissed || !Number.isFinite(next) ? day : next - now + 60_000
  for (const one of processes) one.clock.advance(step)
}

/** Without mail, of which nobody is sent more than a few an hour. */
async function signedIn(safe: TestApp): Promise<Visitor> {
  const visitor = safe.visitor()
  const link = await newSignInLink(safe.context, administrator)
  await visitor.post(new URL(link!).pathname, {})
  return visitor
}

/** How many letters of a kind each person got about each month. */
function counted(letters: Letter[], kind: RegExp) {
  const counts = new Map<string, number>()
  for (const { to, subject } of letters) {
    const month = kind.exec(subject)?.[1]
    if (month) counts.set(`${month}: ${to}`, (counts.get(`${month}: ${to}`) ?? 0) + 1)
  }
  return counts
}

test('twenty-six months run by themselves: everybody is asked, reminded and told as the rule has it, never twice', async () => {
  const safe = await start()
  const dana = await safe.setUp()
  let people = Array.from(
    { length: 10 },
    (_, n) => `person${n}@acme.example,${n < 5 ? 'Payments' : 'Ledger'}`,
  )
  const csv = () => ['email,team', ...people].join('\n')
  await safe.importRoster(dana, csv())
  const rule = { withoutMonths: [8], reminder: 3, reminderAgain: 1 }
  expect((await dana.postJson('/calendar', rule)).statusCode).toBe(200)
  const chat = await ChatServer.start()
  // It takes every message and never answers.
  chat.answers = () => new Promise(() => {})
  await allow(dana, chat)
  await addChannel({ dana, chat })

  const asked = new Map<string, string[]>()
  /** Who left while a round was open, and is told nothing more. */
  const left = new Set<string>()
  let isAnswered = false
  for (let turn = 0; today() < lastDay; turn++) {
    if (turn % 11 === 7 && today() !== mailDown) {
      const [leaver, ...others] = people
      for (const { name } of (await states(safe)).filter(({ state }) => state === 'open'))
        left.add(`${name}: ${leaver!.split(',')[0]}`)
      people = [...others, `joined${turn}@acme.example,Ledger`]
      await safe.importRoster(await signedIn(safe), csv())
    }
    const isOff = today() >= off.from && today() <= off.until
    if (!isOff) await Promise.all(processes.map((one) => minute(one)))
    for (const { state, name } of await states(safe))
      if (state === 'open' && !asked.has(name))
        asked.set(
          name,
          people.map((line) => line.split(',')[0]!),
        )
    // In the first month everybody answers, in the others nobody does.
    if (!isAnswered && asked.size > 0) {
      await everybodyAnswers(safe, () => ({ answers: answers(4), attributes: {}, remarks: [] }))
      isAnswered = true
    }
    await passTime(safe)
  }

  const closed = (await states(safe)).filter(({ state }) => state === 'closed')
  expect(closed).toHaveLength(24)
  expect(closed.filter(({ month }) => month.endsWith('-08'))).toEqual([])
  expect(new Set(closed.map(({ month }) => month)).size).toBe(24)
  const everybody = [...asked].flatMap(([name, addresses]) => addresses.map((to) => `${name}: ${to}`)).sort()
  const invited = counted(safe.letters, /asks, anonymously: (.*)/)
  expect([...invited.keys()].sort()).toEqual(everybody)
  expect(new Set(invited.values())).toEqual(new Set([1]))
  const told = counted(safe.letters, /results of (\w+ \d+)/)
  expect([...told.keys()].sort()).toEqual(everybody.filter((one) => !left.has(one)))
  expect(left.size).toBeGreaterThan(0)
  expect(new Set(told.values())).toEqual(new Set([1]))
  const reminded = counted(safe.letters, /: (\w+ \d+) is still open/)
  const stayed = [...reminded].filter(([one]) => !left.has(one))
  expect(new Set(stayed.map(([, times]) => times))).toEqual(new Set([2]))
  expect(Math.max(...reminded.values())).toBe(2)
  expect(processes.flatMap(({ reports }) => reports)).toEqual([])
  expect(chat.told.length).toBeGreaterThan(24)
  await chat.stop()
})
