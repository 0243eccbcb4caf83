import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPost } from '#server/post/post.ts'
import { people } from '#server/storage/schema/people.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { MailServer, refusal } from '../post/mail-server.ts'

const hour = 60 * 60 * 1000

let mail: MailServer
let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  mail = await MailServer.start()
  safe = await TestApp.start({ SMTP_URL: mail.url })
  safe.context.post = openPost(safe.context.config)
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8 }))
})
afterEach(async () => {
  safe.context.post.close()
  await safe.stop()
  await mail.stop()
})

async function open(): Promise<string> {
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  return id
}
const page = async (id: string) => (await dana.get(`/rounds/${id}`)).body
const refusing = (code: number) => (address: string) =>
  address === 'payments3@acme.example' ? refusal(code, `No ${address}`) : null

test('while a round is open an administrator sees how many invitations are out, and why turnout is not told', async () => {
  const id = await open()
  const before = await page(id)
  expect(before).toContain('0 of 8 invitations are out.')
  expect(before).toContain('8 letters are still to be sent.')
  await safe.minute()
  const after = await page(id)
  expect(after).toContain('All 8 invitations are out.')
  expect(after).toContain('How many have answered is shown to nobody before the close')
  expect(after).not.toContain('refused')
})

test('which address was refused is told with the reason and leads to whose it is; corrected, it is written to', async () => {
  mail.refuses = refusing(550)
  const id = await open()
  await safe.minute()
  const refused = await page(id)
  expect(refused).toContain('7 of 8 invitations are out.')
  expect(refused).toContain('The mail server refused 1 letter')
  const all = await safe.context.store.read.select().from(people)
  const person = all.find(({ email }) => email === 'payments3@acme.example')!
  expect(refused).toContain(`<a href="/people/${person.id}">payments3@acme.example</a>`)
  expect(refused).toContain('The mail server refused the address.')
  // Nothing is under way that the page would have to wait for.
  expect(refused).not.toContain('hx-trigger')
  await dana.post(`/people/${person.id}`, {
    email: 'p3@acme.example',
    teamId: person.teamId!,
    answers: 'yes',
  })
  await safe.minute()
  expect(await page(id)).toContain('All 8 invitations are out.')
})

test('a reminder that was refused stands there too', async () => {
  const id = await open()
  await safe.minute()
  mail.refuses = refusing(550)
  safe.clock.advance(6 * 24 * hour)
  await safe.minute()
  const reminded = await page(id)
  expect(reminded).toContain('All 8 invitations are out.')
  expect(reminded).toMatch(/payments3@acme\.example<\/a><\/td><td>Reminder<\/td>/)
})

test('an address that is put off for now is not called refused: it waits', async () => {
  mail.refuses = refusing(451)
  const id = await open()
  await safe.minute()
  const waiting = await page(id)
  expect(waiting).toContain('7 of 8 invitations are out. 1 letter is still to be sent.')
  expect(waiting).not.toContain('payments3@acme.example')
  mail.refuses = () => null
  safe.clock.advance(hour)
  await safe.minute()
  expect(await page(id)).toContain('All 8 invitations are out.')
})

test('of very many refused addresses the first are listed', async () => {
  await safe.importRoster(dana, roster({ Payments: 60 }))
  mail.refuses = () => refusal(550, 'No')
  const id = await open()
  await safe.minute()
  const refused = await page(id)
  expect(refused).toContain('The mail server refused 60 letters')
  expect(refused.match(/@acme\.example<\/a>/g)).toHaveLength(50)
  expect(refused).toContain('And 10 more.')
})
