import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeys, type Keys } from '#server/keys.ts'
import { forgetDestroyedKeys, forgetMissedKeys, ticketKey } from '#server/rounds/rounds.ts'
import type { Store } from '#server/storage/index.ts'
import { usedRsaKey } from '../helpers/keys.ts'
import { emptyStore, temporaryDirectory } from '../helpers/store.ts'

let store: Store
let keys: Keys
let directory: string
let forgetNoMore: () => void
beforeEach(async () => {
  directory = temporaryDirectory()
  keys = openKeys(directory)
  store = await emptyStore()
  forgetNoMore = forgetDestroyedKeys({ store })
})
afterEach(async () => {
  forgetNoMore()
  await store.close()
})

/** A round whose key this process has used, and another one has destroyed. */
async function destroyedElsewhere(round: string) {
  await keys.write(`rounds/${round}/ticket-00000.pem`, await usedRsaKey())
  await ticketKey(keys, round, 0)
  rmSync(join(directory, 'rounds', round), { recursive: true })
  // It is in memory: that is what must not stay.
  expect(await ticketKey(keys, round, 0)).not.toBeNull()
}

test('a key that another process destroys is at once in the memory of this one no more', async () => {
  await destroyedElsewhere('told')
  store.bulletin.announce('keys destroyed', 'told')
  expect(await ticketKey(keys, 'told', 0)).toBeNull()
})

test('where that was not heard it is gone after a minute, and the keys of open rounds stay', async () => {
  await destroyedElsewhere('missed')
  await keys.write('rounds/open/ticket-00000.pem', await usedRsaKey())
  const used = await ticketKey(keys, 'open', 0)
  await forgetMissedKeys({ keys })
  expect(await ticketKey(keys, 'missed', 0)).toBeNull()
  expect(await ticketKey(keys, 'open', 0)).toBe(used)
})

test('of two processes that make the same key at once, both have the one that was made first', async () => {
  const [first, second] = [openKeys(directory), openKeys(directory)]
  await Promise.all([first.write('secret', 'one'), second.write('secret', 'another')])
  const kept = await first.read('secret')
  await second.write('secret', 'too late')
  expect(await second.read('secret')).toEqual(kept)
  expect(await keys.list('.')).toEqual(['secret'])
})
