import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPost } from '#server/post/post.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { people } from '#server/storage/schema/people.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
let directory: string
beforeEach(async () => {
  safe = await TestApp.start()
  directory = join(safe.context.config.DATA_DIR, 'outbox')
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 7 }, ['zoe@acme.example,Payments,Zoë Åkesson']))
})
afterEach(() => safe.stop())

const openRound = async (): Promise<string> => {
  const { id } = (await dana.postJson('/rounds', { name: 'November' })).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  return id
}
const rows = () => safe.context.store.read.select().from(outbox)
const files = () => readdirSync(directory)
const fileTo = (email: string) =>
  files()
    .map((file) => readFileSync(join(directory, file), 'utf8'))
    .find((content) => content.includes(`To: ${email}`))!

/** The headers and the decoded parts of a letter, as a mail reader would have them. */
function parsed(message: string) {
  const [head, body] = split(message)
  const boundary = /boundary="([^"]+)"/.exec(head)![1]!
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.trimStart()))
  const of = (type: string) =>
    decoded(parts.find(([headers]) => headers.includes(`Content-Type: text/${type}`))![1])
  return { head, text: of('plain'), html: of('html') }
}

function split(message: string): [string, string] {
  const end = message.indexOf('\n\n')
  return [message.slice(0, end), message.slice(end + 2)]
}

/** Quoted-printable, as RFC 2045 has it. */
function decoded(body: string): string {
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

test('without a mail server each letter is a whole file that only the server’s account may read', async () => {
  safe.context.post = openPost(safe.context.config)
  const id = await openRound()
  await safe.minute()
  expect(files()).toHaveLength(8)
  for (const file of files()) {
    expect(file).toMatch(/\.eml$/)
    expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600)
  }
  const { head, text, html } = parsed(fileTo('zoe@acme.example'))
  const { fingerprint } = (await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json()
  expect(head).toMatch(/^From: =\?UTF-8\?Q\?Acme_=C2=B7_Safe_to_Say\?= <safe-to-say@localhost>$/m)
  expect(head).toMatch(/^Message-ID: <[\w-]{22}@localhost>$/m)
  expect(head).toMatch(/^Date: /m)
  expect(head).toMatch(/^MIME-Version: 1\.0$/m)
  expect(head).toMatch(/^Content-Type: multipart\/alternative/m)
  expect(head).toMatch(/^Subject: .*November/m)
  for (const part of [text, html]) {
    expect(part).toContain('Zoë Åkesson')
    expect(part).toContain(fingerprint)
  }
})

test('a personal link’s token stands in the fragment of the link and nowhere else', async () => {
  safe.context.post = openPost(safe.context.config)
  await openRound()
  await safe.minute()
  const { head, text, html } = parsed(fileTo('zoe@acme.example'))
  const token = /\/answer#([\w-]{43})/.exec(text)![1]!
  expect(head).not.toContain(token)
  expect(files().join()).not.toContain(token)
  for (const part of [text, html]) {
    const before = part.split(token).slice(0, -1)
    expect(before.length).toBeGreaterThan(0)
    for (const one of before) expect(one.endsWith('http://localhost:3000/answer#')).toBe(true)
  }
})

test('when a round is over, the files with its links are deleted, and no others', async () => {
  safe.context.post = openPost(safe.context.config)
  const id = await openRound()
  await safe.visitor().post('/sign-in', { email: 'zoe@acme.example' })
  await safe.minute()
  expect(files()).toHaveLength(9)
  await safe.context.post.forget(id)
  expect(files()).toHaveLength(1)
  expect(fileTo('zoe@acme.example')).toContain('/sign-in/')
})

test('waiting mail names a person by id: neither an address, nor a name, nor a token rests there', async () => {
  await openRound()
  const waiting = await rows()
  expect(waiting).toHaveLength(8)
  const ids = (await safe.context.store.read.select().from(people)).map((person) => person.id)
  for (const row of waiting) expect(ids).toContain(row.addressee)
  await safe.minute()
  const tokens = safe.letters.map(({ text }) => /answer#(\S+)/.exec(text)![1]!)
  expect(tokens).toHaveLength(8)
  for (const secret of [...tokens, '@', 'Zoë', 'payments1'])
    expect(JSON.stringify(waiting)).not.toContain(secret)
  expect(await rows()).toEqual([])
})

test('mail that fails keeps the code of the failure and not its words, which may quote the address', async () => {
  safe.context.post.send = (letter) =>
    Promise.reject(
      Object.assign(new Error(`550 ${letter.to} unknown`), { code: 'EENVELOPE', response: letter.to }),
    )
  await openRound()
  await safe.deliver()
  expect(await rows()).toHaveLength(8)
  expect(JSON.stringify(await rows())).not.toContain('@')
  const page = (await dana.get('/mail')).body
  expect(page).toContain('The mail server refused the address.')
  expect(page).not.toContain('@acme.example')
})

test('an address corrected in the roster gets its invitation, however often the wrong one failed', async () => {
  const { send } = safe.context.post
  safe.context.post.send = (letter, row) =>
    letter.to === 'zoe@acme.example'
      ? Promise.reject(Object.assign(new Error(), { code: 'EENVELOPE' }))
      : send(letter, row)
  await openRound()
  for (let attempt = 0; attempt < 13; attempt++) {
    await safe.deliver()
    safe.clock.advance(6 * 60 * 60 * 1000)
  }
  expect(await rows()).toMatchObject([{ attempts: 12 }])
  const [zoe] = await safe.context.store.read
    .select()
    .from(people)
    .where(eq(people.email, 'zoe@acme.example'))
  await dana.post(`/people/${zoe!.id}`, { email: 'zoe.a@acme.example', teamId: zoe!.teamId!, answers: 'yes' })
  await safe.minute()
  expect(safe.letters.at(-1)!.to).toBe('zoe.a@acme.example')
  expect(await rows()).toEqual([])
})

test('somebody unknown who asks to sign in is queued like anybody, is sent nothing, and leaves no trace', async () => {
  await safe.visitor().post('/sign-in', { email: 'stranger@acme.example' })
  expect(await rows()).toMatchObject([{ kind: 'sign-in', addressee: 'stranger@acme.example' }])
  await safe.deliver()
  expect(safe.letters).toEqual([])
  expect(await rows()).toEqual([])
})
