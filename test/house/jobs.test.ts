import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startJobs } from '#server/jobs.ts'
import { roster, TestApp } from '../helpers/app.ts'

test('an open round leaves the minute tick at rest once everybody is invited', async () => {
  const safe = await TestApp.start()
  const dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Eng: 8 }))
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})

  let tidied = 0
  const { tidy } = safe.context.store
  safe.context.store.tidy = () => (tidied++, tidy())
  const jobs = startJobs(safe.context)
  safe.context.wake = () => jobs.wake()
  await pause(500)
  await jobs.stop()
  await safe.stop()
  expect(safe.reports).toEqual([])
  expect(tidied).toBeGreaterThan(0)
  expect(tidied).toBeLessThan(4)
})
