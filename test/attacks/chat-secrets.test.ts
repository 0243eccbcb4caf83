import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announcements, startJobs } from '#server/jobs.ts'
import { sendDueDeliveries } from '#server/chat/chat.ts'
import { addChannel, allow } from '../chat/company.ts'
import { ChatServer } from '../chat/chat-server.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'
import {
  everythingKept,
  filesOfPostgres,
  filesUnder,
  nothingOf,
  openCompany,
  openRound,
  rated,
  respondents,
} from '../helpers/attacks.ts'
import { temporaryDirectory } from '../helpers/store.ts'

const run = randomBytes(8).toString('hex')
const inPath = `SENTINEL-PATH-${run}`
const inQuery = `SENTINEL-QUERY-${run}`
const path = `/hooks/${inPath}?sig=${inQuery}`

let safe: TestApp
let dana: Visitor
let chat: ChatServer
beforeEach(async () => {
  chat = await ChatServer.start()
  ;({ safe, dana } = await openCompany({ Payments: 9 }))
  await allow(dana, chat)
})
afterEach(async () => {
  await chat.stop()
  await safe.stop()
})

/** Every way there is for a service to bring its own address into what is kept of it. */
const unkind = [
  (url: string) => ({ status: 500, headers: {}, body: `fault at ${url}` }),
  (url: string) => ({ status: 302, headers: { location: url }, body: '' }),
  (url: string) => ({ status: 308, headers: { location: `https://elsewhere.example/${url}` }, body: '' }),
  (url: string) => ({ status: 429, headers: { 'retry-after': url, 'x-said': url }, body: url }),
]

test('neither the address of a channel nor its signing secret rests in the database, its log, a backup or the outbox', async () => {
  const printed: string[] = []
  const say = (line: unknown) => void printed.push(String(line))
  const { log, error, warn } = console
  Object.assign(console, { log: say, error: say, warn: say })
  const id = await addChannel({ dana, chat }, { kind: 'slack', path })
  const form = { kind: 'webhook', name: 'ours', address: chat.url(path).href, events: ['opened'] }
  const signing = (await dana.postJson('/chat/channels', form)).json().secret as string
  for (const one of unkind) {
    const { status, headers, body } = one(chat.url(path).href)
    chat.answers = (response) => void response.writeHead(status, headers).end(body)
    await dana.post(`/chat/channels/${id}/test`, {})
  }
  await openRound(safe, dana)
  await sendDueDeliveries(safe.context, announcements)
  const jobs = startJobs(safe.context)
  await jobs.stop()
  Object.assign(console, { log, error, warn })
  // It was where it belongs, all along.
  expect(chat.told.length).toBeGreaterThan(5)
  for (const told of chat.told) expect(told.path).toBe(path)

  const backup = temporaryDirectory()
  if (!process.env['DATABASE_URL']) await safe.context.store.backup(join(backup, 'backup.db'))
  const secrets = [inPath, inQuery, signing, Buffer.from(signing.slice(6), 'base64')]
  nothingOf(secrets, await everythingKept(safe, [backup]))
  if (process.env['DATABASE_URL']) nothingOf(secrets, await filesOfPostgres(safe))
  nothingOf(secrets, [{ name: 'printed', bytes: Buffer.from([...printed, ...safe.lines].join('\n')) }])
  for (const page of ['/chat', '/audit', '/', '/mail'])
    nothingOf(secrets, [{ name: page, bytes: Buffer.from((await dana.get(page)).body) }])

  // The key that opens them lies in the key directory alone.
  const [key] = filesUnder(safe.context.config.KEY_DIR).filter(({ name }) => name.endsWith('sealing-secret'))
  nothingOf(
    [key!.bytes, Buffer.from(key!.bytes.toString(), 'base64url')],
    await everythingKept(safe, [backup]),
  )
})

test('the search would find them: an address typed as a channel’s name is found', async () => {
  await addChannel({ dana, chat }, { name: inPath, path })
  const kept = await everythingKept(safe)
  expect(() => nothingOf([inPath], kept)).toThrow()
  nothingOf([inQuery], kept)
})

test('nothing that is announced while a round is open differs by who answered', async () => {
  const bodies: string[][] = []
  for (const many of [0, 7]) {
    chat.told.splice(0)
    const name = `Round ${bodies.length}`
    await addChannel({ dana, chat }, { name, path: `/${bodies.length}`, events: ['opened', 'closing'] })
    const closesAt = new Date(safe.clock.now().getTime() + 72 * 60 * 60_000).toISOString()
    safe.letters.splice(0)
    await openRound(safe, dana, { name: 'The round', closesAt })
    await sendDueDeliveries(safe.context, announcements)
    for (const person of [...(await respondents(safe)).values()].slice(0, many)) await person.answer(rated(4))
    safe.clock.advance(49 * 60 * 60_000)
    await safe.minute()
    await sendDueDeliveries(safe.context, announcements)
    const told = chat.told.filter((one) => one.path === `/${bodies.length}`).map(({ body }) => body)
    expect(told).toHaveLength(2)
    bodies.push(told.map((body) => body.replace(/[a-z2-7]{26}|Open until [^.]*\./g, '')))
    safe.clock.advance(24 * 60 * 60_000)
    await safe.minute()
  }
  expect(bodies[1]).toEqual(bodies[0])
})
