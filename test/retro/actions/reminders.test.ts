import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { companyWithRetros, decide } from '../../helpers/actions.ts'
import type { TestApp, Visitor } from '../../helpers/app.ts'

const hour = 60 * 60 * 1000

let safe: TestApp
let dana: Visitor
let fay: Visitor
let ids: Map<string, string>
/** It is Monday, 2 November 2026, ten o'clock in Berlin. */
beforeEach(async () => {
  ;({ safe, dana, fay, ids } = await companyWithRetros())
  safe.letters.splice(0)
})
afterEach(() => safe.stop())

/** What is mailed while hours go by, each with its tick. */
async function mailed(hours: number): Promise<string[]> {
  const before = safe.letters.length
  for (let passed = 0; passed < hours; passed++) {
    safe.clock.advance(hour)
    await safe.minute()
  }
  return safe.letters.slice(before).map(({ to, subject }) => `${to}: ${subject}`)
}

test('the owner is reminded a week before and on the day, once each, and never at night', async () => {
  await decide(fay, ids, { due: '2026-11-16' })
  await safe.minute()
  expect(safe.letters).toEqual([])
  // Until Monday, 9 November, seven o'clock.
  expect(await mailed(6 * 24 + 21)).toEqual([])
  expect(await mailed(1)).toEqual(['payments1@acme.example: Review in pairs. (due on 16 November 2026)'])
  expect(await mailed(7 * 24 - 1)).toEqual([])
  expect(await mailed(1)).toEqual(['payments1@acme.example: Review in pairs. (due today)'])
  expect(await mailed(9 * 24)).toEqual([])
  const [letter] = safe.letters
  for (const part of ['Eng / Payments decided', '“Review in pairs.”', 'http://localhost:3000/actions'])
    expect(letter!.text).toContain(part)
})

test('what is decided within the last week is reminded of on the day alone', async () => {
  await decide(fay, ids, { due: '2026-11-05' })
  expect(await mailed(2 * 24)).toEqual([])
  expect(await mailed(24)).toEqual(['payments1@acme.example: Review in pairs. (due today)'])
})

test('a server that was down on the day reminds when it is back, once', async () => {
  await decide(fay, ids, { due: '2026-11-16' })
  safe.clock.advance(16 * 24 * hour)
  await safe.minute()
  await safe.minute()
  expect(safe.letters.map(({ subject }) => subject)).toEqual([
    'Review in pairs. (due since 16 November 2026)',
  ])
})

test('nobody is reminded of what is done or dropped, of what another has taken over, or after leaving', async () => {
  const [done, dropped, taken] = [
    await decide(fay, ids, { due: '2026-11-05', text: 'Done' }),
    await decide(fay, ids, { due: '2026-11-05', text: 'Dropped' }),
    await decide(fay, ids, { due: '2026-11-05', text: 'Taken over' }),
    await decide(fay, ids, { due: '2026-11-05', text: 'Left', owner: 'payments2@acme.example' }),
    await decide(fay, ids, { due: '2026-11-05', text: 'By nobody in the roster', owner: 'Everybody' }),
  ]
  await fay.postJson(`/actions/${done}/completion`, {})
  await fay.postJson(`/actions/${dropped}/drop`, { reason: 'No time' })
  await fay.postJson(`/actions/${taken}`, { text: 'Taken over', owner: 'payments3', due: '2026-11-05' })
  const [left] = await safe.context.store.read
    .select()
    .from(people)
    .where(eq(people.email, 'payments2@acme.example'))
  await dana.post(`/people/${left!.id}/removal`, {})
  expect(await mailed(4 * 24)).toEqual(['payments3@acme.example: Taken over (due today)'])
})

test('an owner who wants no reminders gets none', async () => {
  await decide(fay, ids, { due: '2026-11-05' })
  await decide(fay, ids, { due: '2026-11-05', owner: 'payments2@acme.example', text: 'Wanted' })
  await (await safe.signIn('payments1@acme.example')).post('/reminders/refusal', {})
  safe.letters.splice(0)
  expect(await mailed(4 * 24)).toEqual(['payments2@acme.example: Wanted (due today)'])
})

test('a letter that waited is not sent when the action was done meanwhile', async () => {
  const id = await decide(fay, ids, { due: '2026-11-05' })
  const { post } = safe.context
  safe.context.post = {
    ...post,
    send: () => Promise.reject(Object.assign(new Error(), { code: 'EENVELOPE' })),
  }
  await mailed(3 * 24)
  safe.context.post = post
  await fay.postJson(`/actions/${id}/completion`, {})
  expect(await mailed(24)).toEqual([])
})
