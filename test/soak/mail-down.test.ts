import { afterEach, expect, test, vi } from 'vitest'
import { openPost } from '#server/post/post.ts'
import { roster, TestApp } from '../helpers/app.ts'
import { openRound } from '../helpers/attacks.ts'
import { freePort } from '../helpers/postgres.ts'
import { MailServer } from '../post/mail-server.ts'
import { extent } from './extent.ts'

vi.setConfig({ testTimeout: 600_000 })

const minute = 60_000
const people = extent(100, 5000)
const hoursDown = extent(2, 9)

let safe: TestApp
let mail: MailServer
afterEach(async () => {
  safe.context.post.close()
  await safe.stop()
  await mail.stop()
})

function mailThrough(SMTP_URL: string) {
  safe.context.post.close()
  safe.context.post = openPost({ ...safe.context.config, SMTP_URL })
}

test('mail that was down for hours with everybody to be invited reaches each of them once', async () => {
  safe = await TestApp.start()
  const dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: people / 2, Ledger: people / 2 }))
  mailThrough(`smtp://127.0.0.1:${await freePort()}`)
  await openRound(safe, dana)
  for (let passed = 0; passed < hoursDown * 60; passed += 5) {
    safe.clock.advance(5 * minute)
    await safe.minute()
  }
  // Nobody who signs in waits for the others.
  await safe.visitor().post('/sign-in', { email: 'dana@acme.example' })
  mail = await MailServer.start()
  mailThrough(mail.url)
  await safe.minute()
  expect(mail.recipients[0]).toBe('dana@acme.example')

  for (let passed = 0; passed < 7 && mail.taken.length <= people; passed++) {
    safe.clock.advance(60 * minute)
    await safe.minute()
  }
  const invited = mail.recipients.slice(1)
  expect(invited).toHaveLength(people)
  expect(new Set(invited).size).toBe(people)
})
