import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Device, newSecret } from '#server/retro/board/secrets.ts'
import { Watchers } from '#server/retro/board/watchers.ts'
import { TestApp } from '../../helpers/app.ts'

let safe: TestApp
let watchers: Watchers
beforeEach(async () => {
  safe = await TestApp.start()
  const nothing = async () => ''
  watchers = new Watchers(safe.context, { screen: nothing, seat: nothing, mine: nothing })
})
afterEach(async () => {
  watchers.close()
  await safe.stop()
})

const watch = (device: Device | null) => {
  const stream = new PassThrough()
  watchers.watch({ boardId: 'board', stream, device, may: async () => true })
  return stream
}

test('whoever leads finds a place though every other is taken, and nobody after the last place does', () => {
  for (let n = 0; n < 500; n++) watch(new Device(newSecret()))
  expect(() => watch(new Device(newSecret()))).toThrow('tooManyRequests')
  expect(() => watch(null)).not.toThrow()
})

test('one seat takes four places, and no more; another still finds one', () => {
  const seat = new Device(newSecret())
  for (let n = 0; n < 4; n++) watch(seat)
  expect(() => watch(seat)).toThrow('tooManyRequests')
  expect(() => watch(new Device(newSecret()))).not.toThrow()
})
