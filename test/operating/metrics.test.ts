import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { JobRuns } from '#server/every-minute.ts'
import { atMost } from '#server/operating/measured.ts'
import { ofProcess } from '#server/operating/of-process.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

const METRICS_TOKEN = 'a-token-for-whoever-watches-the-server'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start({ METRICS_TOKEN })
  dana = await safe.setUp()
})
afterEach(() => safe.stop())

const asked = (authorization?: string) =>
  safe.app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })

/** Every line that is no comment, by its name and labels. */
async function metrics(): Promise<Record<string, number>> {
  const { body } = await asked(`Bearer ${METRICS_TOKEN}`)
  const lines = body.split('\n').filter((line) => line && !line.startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  )
}

test('a monitor with the token is told what may be watched, and nobody else is', async () => {
  expect((await asked(`Bearer ${METRICS_TOKEN}`)).headers['content-type']).toMatch(/^text\/plain/)
  const wrong = [
    undefined,
    `Bearer ${METRICS_TOKEN}x`,
    `Bearer ${METRICS_TOKEN.slice(1)}`,
    'Bearer',
    'Basic eA==',
  ]
  for (const one of wrong) expect([one, (await asked(one)).statusCode]).toEqual([one, 401])
  const dana = (await safe.visitor().get('/metrics')).statusCode
  expect(dana).toBe(401)
})

test('without a token in the configuration there are no metrics', async () => {
  const other = await TestApp.start()
  const answer = await other.app.inject({ url: '/metrics', headers: { authorization: 'Bearer undefined' } })
  expect(answer.statusCode).toBe(404)
  await other.stop()
})

test('they say what runs, in which state rounds are, and that all is well', async () => {
  await safe.importRoster(dana, roster({ Payments: 8 }))
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  await safe.minute()
  const told = await metrics()
  expect(Object.keys(told)).toContainEqual(
    expect.stringMatching(/^safe_to_say_build_info{version="\d+\.\d+\.\d+",schema="\d{4}_\w+",node="\d/),
  )
  expect(told).toMatchObject({
    'safe_to_say_rounds{state="open"}': 1,
    'safe_to_say_rounds{state="unclosable"}': 0,
    'safe_to_say_rounds_late{to="close"}': 0,
    safe_to_say_rounds_without_keys: 0,
    safe_to_say_database_up: 1,
    safe_to_say_database_writable: 1,
    safe_to_say_mail_failing: 0,
    safe_to_say_letters_late_minutes: 0,
    safe_to_say_log_errors_total: 0,
    'safe_to_say_job_overdue_minutes{job="tick"}': 0,
    'safe_to_say_job_seconds_at_most{job="mail"}': 1,
  })
  await safe.context.keys.destroy(`rounds/${id}`)
  safe.clock.advance(9 * 24 * 60 * 60_000)
  expect(await metrics()).toMatchObject({
    safe_to_say_rounds_without_keys: 1,
    'safe_to_say_rounds_late{to="close"}': 1,
  })
})

test('mail that does not go out shows: that it fails, how much of it, since when', async () => {
  await safe.importRoster(dana, roster({ Payments: 8 }))
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  safe.clock.advance(12 * 60_000)
  expect(await metrics()).toMatchObject({
    'safe_to_say_letters_late_at_most{kind="invitation"}': 10,
    safe_to_say_letters_late_minutes: 12,
    safe_to_say_mail_failing: 0,
  })
  safe.context.post.send = () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNECTION' }))
  await safe.deliver()
  expect(await metrics()).toMatchObject({
    'safe_to_say_letters_failing_at_most{failure="ECONNECTION"}': 10,
    safe_to_say_mail_failing: 1,
  })
  const refused = { failure: 'EENVELOPE' }
  await safe.context.store.write((tx) => tx.update(outbox).set(refused).where(eq(outbox.kind, 'invitation')))
  expect(await metrics()).toMatchObject({ safe_to_say_mail_failing: 0 })
})

test('a job that fails or hangs shows, whichever moment it was woken at', async () => {
  const jobs = new JobRuns()
  await expect(jobs.watched('tick', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await jobs.watched('mail', () => pause(5))
  jobs.all.get('tick')!.wellAt -= 5.5 * 60_000
  jobs.all.get('mail')!.wellAt -= 1.5 * 60_000
  const told = ofProcess(safe.context, jobs)
  const valuesOf = (wanted: string) => told.find(({ name }) => name === wanted)!.values
  expect(valuesOf('job_overdue_minutes')).toEqual([
    [{ job: 'tick' }, 3],
    [{ job: 'mail' }, 0],
  ])
  expect(valuesOf('job_failing')).toEqual([
    [{ job: 'tick' }, 1],
    [{ job: 'mail' }, 0],
  ])
})

test('without its database the server still says that it is away', async () => {
  const ours = safe
  safe = await TestApp.start({ METRICS_TOKEN })
  await safe.context.store.close()
  const told = await metrics()
  expect(told).toMatchObject({ safe_to_say_database_up: 0 })
  expect(Object.keys(told).join()).not.toContain('rounds')
  await safe.app.close()
  safe = ours
})

test('an amount is told by the step it does not pass', () => {
  const steps = [0, 10, 100]
  expect([0, 1, 10, 11, 100, 101].map((amount) => atMost(steps, amount))).toEqual([
    0,
    10,
    10,
    100,
    100,
    Infinity,
  ])
})
