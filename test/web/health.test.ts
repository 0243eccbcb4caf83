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

test('a proxy is told that the server is ready, and that it is not without its keys or its database', async () => {
  const safe = await TestApp.start()
  const ready = async () => {
    const { statusCode, body } = await safe.app.inject({ url: '/ready' })
    return [statusCode, JSON.parse(body)]
  }
  expect(await ready()).toEqual([200, { status: 'ready' }])
  // Well all the same: to start it anew would not bring them back.
  await safe.context.keys.destroy('.')
  expect(await ready()).toEqual([503, { status: 'keys missing' }])
  expect((await safe.app.inject({ url: '/health' })).statusCode).toBe(200)
  await safe.context.store.close()
  expect(await ready()).toEqual([503, { status: 'unavailable' }])
  await safe.app.close()
})
