import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { newSignInLink } from '#server/access/access.ts'
import type { Letter } from '#server/context.ts'
import { makeSample } from '#server/sample/sample.ts'
import { leaderships, people } from '#server/storage/schema/people.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'

const teams = [
  { path: ['Platform'], size: 3 },
  { path: ['Platform', 'Developer Experience'], size: 10 },
  { path: ['Platform', 'Reliability'], size: 13 },
  { path: ['Product'], size: 9 },
]

let safe: TestApp
let ids: Map<string, string>
let admin: Visitor
/** What the newest round's close has mailed, by address. */
const told = new Map<string, Letter>()

beforeAll(async () => {
  safe = await TestApp.start()
  await makeSample(safe.context, { months: 4, teams, now: safe.clock.now() })
  ids = await teamIds(safe)
  await safe.deliver()
  for (const letter of safe.letters.filter(({ subject }) => subject.includes('October 2026 are in')))
    told.set(letter.to, letter)
  admin = await signedIn(
    (await safe.context.store.read.select().from(people)).find((one) => one.administrator)!.email,
  )
}, 120_000)
afterAll(() => safe.stop())

async function signedIn(email: string): Promise<Visitor> {
  const visitor = safe.visitor()
  await visitor.post(new URL((await newSignInLink(safe.context, email))!).pathname, {})
  return visitor
}

const roster = () => safe.context.store.read.select().from(people)
const leaders = () => safe.context.store.read.select().from(leaderships)

/** A page's words as a letter writes them. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

test('everybody who was asked is mailed that results are in, once', async () => {
  expect([...told.keys()].sort()).toEqual((await roster()).map(({ email }) => email).sort())
})

test('a mail says of one’s own team what its overview says, word for word', async () => {
  const leading = new Set((await leaders()).map(({ personId }) => personId))
  const all = (await roster()).filter(({ id }) => !leading.has(id))
  for (const team of ['Platform / Reliability', 'Product']) {
    const member = all.find(({ teamId }) => teamId === ids.get(team))!
    const overview = words((await (await signedIn(member.email)).get(`/overview/${ids.get(team)!}`)).body)
    const sentences = told.get(member.email)!.text.split('\n\n').slice(2, -3)
    expect(sentences.length).toBeGreaterThan(0)
    expect(told.get(member.email)!.text).toContain(`${team.split(' / ').at(-1)}, in short:`)
    for (const sentence of sentences.filter((one) => !one.startsWith('What the team decided')))
      expect(overview).toContain(sentence.replace(/\s+/g, ' '))
    expect(told.get(member.email)!.text).toContain(`/overview/${ids.get(team)!}`)
  }
})

test('whoever facilitates a team is told of that team, with the way to its kit; that is written down for the team', async () => {
  const one = (await leaders()).find(
    ({ role, teamId }) => role === 'facilitator' && teamId === ids.get('Platform / Reliability'),
  )!
  const all = await roster()
  const leader = all.find(({ id }) => id === one.personId)!
  expect(told.get(leader.email)!.text).toContain(`/teams/${one.teamId}/kit`)
  const leading = new Set((await leaders()).map(({ personId }) => personId))
  const member = all.find(({ id, teamId }) => teamId === one.teamId && !leading.has(id))!
  const visitor = await signedIn(member.email)
  const { headers } = await visitor.get(`/results/${one.teamId}`)
  expect((await visitor.get(headers.location!)).body).toContain(`${leader.name} (facilitator) was mailed`)
})

test('an organisation may keep figures out of mail; whoever wants no such mail gets none', async () => {
  const [latest] = (await safe.context.store.read.select().from(rounds)).filter(
    ({ month }) => month === '2026-10',
  )
  const [first, second] = (await roster()).filter(({ administrator }) => !administrator)
  await admin.post('/settings', { name: 'Acme', timeZone: 'UTC', mailFigures: 'no' })
  await safe.context.store.write(async (tx) => {
    await tx.update(people).set({ results: false }).where(eq(people.id, second!.id))
    const row = { kind: 'results' as const, about: latest!.id, notBefore: safe.clock.now() }
    await tx.insert(outbox).values([
      { ...row, id: 'one', addressee: first!.id },
      { ...row, id: 'two', addressee: second!.id },
    ])
  })
  safe.letters.splice(0)
  await safe.deliver()
  expect(safe.letters.map(({ to }) => to)).toEqual([first!.email])
  const [{ text, oneClick }] = safe.letters as [Letter]
  expect(text).toContain('The results of October 2026 are in.\n')
  expect(text).not.toContain('in short')
  expect(text).not.toMatch(/\d+\s%|falling|rising|nothing beyond chance/)
  expect(oneClick).toContain('/results')
})

test('who opens their invitation is given what the last month said, for when they have handed in', async () => {
  const { id } = (await admin.postJson('/rounds', {})).json()
  await admin.postJson(`/rounds/${id}/opening`, {})
  await safe.deliver()
  const leading = new Set((await leaders()).map(({ personId }) => personId))
  const member = (await roster()).find(
    (one) => one.teamId === ids.get('Platform / Reliability') && !leading.has(one.id),
  )!
  const token = tokensByAddress(safe).get(member.email)!
  const { last } = (await safe.visitor().postJson('/answering/invitation', { token })).json()
  expect(last.month).toBe('October 2026')
  const mailed = told.get(member.email)!.text.replace(/\s+/g, ' ')
  expect(last.said.length).toBeGreaterThan(0)
  for (const sentence of last.said) expect(mailed).toContain(sentence.replace(/\s+/g, ' '))
})
