import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPost } from '#server/post/post.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { everythingStored } from '../helpers/stored.ts'
import { MailServer, refusal } from '../post/mail-server.ts'

let mail: MailServer
let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  mail = await MailServer.start()
  safe = await TestApp.start({ SMTP_URL: mail.url })
  safe.context.post = openPost(safe.context.config, { connect: 500, answer: 500 })
  dana = await safe.setUp()
})
afterEach(async () => {
  safe.context.post.close()
  await safe.stop()
  await mail.stop().catch(() => {})
})

const tried = async () => (await dana.post('/mail/trials', {})).body

test('an administrator sends themselves a mail and is told that the mail server took it', async () => {
  expect(await tried()).toContain('The mail server took a letter to dana@acme.example.')
  expect(mail.recipients).toEqual(['dana@acme.example'])
  expect(mail.taken[0]!.message).toMatch(/^Subject: A test mail \(Acme\)/m)
  expect(mail.taken[0]!.message).not.toMatch(/^List-Unsubscribe/m)
})

test('a refusal is told in the mail server’s words, and kept nowhere', async () => {
  const before = await everythingStored(safe.context.store)
  mail.refuses = () => refusal(550, '5.7.1 <b>Relaying</b> denied')
  const page = await tried()
  expect(page).toContain('The letter to dana@acme.example did not go')
  expect(page).toContain('The mail server refused the address.')
  expect(page).toContain('550 5.7.1 &lt;b>Relaying&lt;/b> denied')
  expect((await dana.get('/mail')).body).not.toContain('Relaying')
  expect(await everythingStored(safe.context.store)).toBe(before)
})

test('a mail server that is not there or says nothing is told so as well', async () => {
  mail.mute = true
  expect(await tried()).toContain('The mail server did not answer in time.')
  await mail.stop()
  expect(await tried()).toMatch(/The connection to the mail server broke\.|could not be reached/)
})

test('nobody else can have mail sent', async () => {
  expect((await safe.visitor().post('/mail/trials', {})).statusCode).toBe(401)
  expect(mail.taken).toEqual([])
})
