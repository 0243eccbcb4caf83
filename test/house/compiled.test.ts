import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { fetchTransport, readManifest, Respondent } from '#server/sample/respondent.ts'
import { freePort } from '../helpers/postgres.ts'
import { Child, killChildren } from '../helpers/process.ts'
import { temporaryDirectory } from '../helpers/store.ts'

vi.setConfig({ testTimeout: 120_000 })
afterEach(killChildren)

test('what npm start runs takes a roster, opens a round, signs, counts and publishes', async () => {
  const directory = temporaryDirectory()
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const DATA_DIR = join(directory, 'data')
  const child = new Child('main', { PORT: port, DATA_DIR, KEY_DIR: join(directory, 'keys') })
  await child.prints('No SMTP_URL')

  const token = /#(\S+)/.exec(child.out)![1]!
  const founded = await json(`${url}/setup`, url, {
    token,
    organisation: 'Acme',
    timeZone: 'UTC',
    email: 'dana@acme.example',
  })
  const cookie = founded.headers.getSetCookie()[0]!.split(';')[0]!
  const post = async (path: string, body: object) => (await json(url + path, url, body, cookie)).json()

  const people = Array.from({ length: 8 }, (_, n) => `person${n}@acme.example,Payments`)
  const { id: roster } = await post('/roster/imports', { roster: ['email,team', ...people].join('\n') })
  await post(`/roster/imports/${roster}/application`, {})
  const { id } = await post('/rounds', {})
  expect(await post(`/rounds/${id}/opening`, {})).toMatchObject({ state: 'open' })

  const { manifest } = await readManifest(fetchTransport(url), id)
  const script = await (await fetch(`${url}/answering/scripts/${manifest.script}.js`)).text()
  expect(createHash('sha256').update(script).digest('hex')).toBe(manifest.script)

  for (const invited of await invitationTokens(join(DATA_DIR, 'outbox'), people.length)) {
    const respondent = await Respondent.open(fetchTransport(url), invited)
    await respondent.answer({ answers: { stress: 3 }, attributes: {}, remarks: [] })
  }
  expect(await post(`/rounds/${id}/closure`, {})).toMatchObject({
    state: 'closed',
    outcome: { published: true, invited: 8, ballots: 8, spoiled: 0 },
  })
  child.signal('SIGTERM')
  expect(await child.ended).toMatchObject({ code: 0, err: '' })
})

const json = (url: string, origin: string, body: object, cookie = '') =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', accept: 'application/json', origin, cookie },
    body: JSON.stringify(body),
  })

async function invitationTokens(outbox: string, count: number): Promise<string[]> {
  for (;;) {
    // What the server is still writing ends in .part, and is renamed when it is whole.
    const letters = readdirSync(outbox)
      .filter((file) => file.endsWith('.eml'))
      .map((file) => readFileSync(join(outbox, file), 'utf8'))
    // A long line is broken where quoted-printable breaks it.
    const tokens = letters.flatMap(
      (letter) => /answer#([\w-]{43})/.exec(letter.replace(/=\r?\n/g, ''))?.[1] ?? [],
    )
    if (tokens.length === count) return tokens
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('what another start compiles changes nothing under a server that runs', () => {
  const pointed = () => /[0-9a-f]{16}/.exec(readFileSync('build/main.js', 'utf8'))![0]
  const compile = (...more: string[]) => execFileSync(process.execPath, ['server/compile.js', ...more])
  const filesOf = (version: string) =>
    readdirSync(join('build', version)).map((name) => [
      name,
      readFileSync(join('build', version, name), 'utf8'),
    ])
  const running = pointed()
  const before = filesOf(running)
  compile('another=test/helpers/start-flags.ts')
  expect(pointed()).not.toBe(running)
  expect(filesOf(running)).toEqual(before)
  compile()
  expect(pointed()).toBe(running)
})
