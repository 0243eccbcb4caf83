import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Respondent } from '#server/sample/respondent.ts'
import { ballots } from '#server/storage/schema/ballots.ts'
import { people } from '#server/storage/schema/people.ts'
import { inProcess, tokensByAddress } from '../helpers/answering.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Web: 8 }))
  const { id } = (await dana.postJson('/rounds', { questions: ['stress'] })).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  await safe.minute()
})
afterEach(() => safe.stop())

async function moveTo(email: string) {
  const { read } = safe.context.store
  const [person] = await read.select().from(people).where(eq(people.email, 'web1@acme.example'))
  const { id, name, teamId } = person!
  await dana.post(`/people/${id}`, { email, name: name ?? '', teamId: teamId!, answers: 'yes' })
  await safe.minute()
}

const ask = async (path: string, body: object) => {
  const { status, text } = await inProcess(safe)('POST', path, body)
  return [status, status === 200 ? JSON.parse(text) : null] as const
}

test('a changed address gets the same invitation by a new link, and the old link dies', async () => {
  const old = tokensByAddress(safe).get('web1@acme.example')!
  const [, before] = await ask('/answering/invitation', { token: old })
  await moveTo('ada@acme.example')
  const token = tokensByAddress(safe).get('ada@acme.example')!
  const [, after] = await ask('/answering/invitation', { token })
  expect(after).toEqual(before)
  expect(await ask('/answering/invitation', { token: old })).toEqual([404, null])
  const other = tokensByAddress(safe).get('web2@acme.example')!
  const [, others] = await ask('/answering/invitation', { token: other })
  expect(others.id).not.toBe(before.id)
})

test('a ticket begun under the old link is given again under the new one, byte for byte, and no second', async () => {
  const old = tokensByAddress(safe).get('web1@acme.example')!
  const respondent = await Respondent.open(inProcess(safe), old)
  respondent.prepare()
  const blindedMessage = respondent.blinding!.blindedMessage.toString('base64url')
  const first = await ask('/answering/tickets', { token: old, blindedMessage })
  expect(first[0]).toBe(200)
  await moveTo('ada@acme.example')
  const token = tokensByAddress(safe).get('ada@acme.example')!
  expect(await ask('/answering/tickets', { token, blindedMessage })).toEqual(first)
  const another = Buffer.concat([Buffer.alloc(1), randomBytes(255)]).toString('base64url')
  expect((await ask('/answering/tickets', { token, blindedMessage: another }))[0]).toBe(409)
})

test('who had answered before cannot answer again by the new link', async () => {
  const respondent = await Respondent.open(inProcess(safe), tokensByAddress(safe).get('web1@acme.example')!)
  await respondent.answer({ answers: { stress: 3 }, attributes: {}, remarks: [] })
  await moveTo('ada@acme.example')
  const again = await Respondent.open(inProcess(safe), tokensByAddress(safe).get('ada@acme.example')!)
  const plaintext = { answers: { stress: 1 }, attributes: {}, remarks: [] }
  await expect(again.answer(plaintext)).rejects.toThrow()
  expect(await safe.context.store.read.$count(ballots)).toBe(1)
})
