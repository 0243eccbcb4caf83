import { expect, test } from 'vitest'
import { TestApp } from '../helpers/app.ts'

test('a monitor is told that all is well, set up or not, without signing in', async () => {
  const safe = await TestApp.start()
  const health = () => safe.app.inject({ url: '/health' })
  expect((await health()).statusCode).toBe(200)
  await safe.setUp()
  expect((await health()).json()).toEqual({ status: 'ok' })
  expect((await safe.app.inject({ method: 'HEAD', url: '/health' })).statusCode).toBe(200)
  await safe.stop()
})

test('a monitor is told when the database does not answer, and nothing more', async () => {
  const safe = await TestApp.start()
  await safe.context.store.close()
  const response = await safe.app.inject({ url: '/health' })
  expect(response.statusCode).toBe(503)
  expect(response.json()).toEqual({ status: 'unavailable' })
  expect(safe.reports).toEqual([])
  await safe.app.close()
})

test('a monitor that asks for what cannot be understood is told so, and not that anything is wrong here', async () => {
  const safe = await TestApp.start()
  const asked = await safe.app.inject({ url: '/health', headers: { 'content-encoding': 'gzip' } })
  expect(asked.statusCode).toBe(400)
  await safe.stop()
})
