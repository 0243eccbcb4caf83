import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '#server/storage/index.ts'
import { leased } from '#server/storage/lease.ts'
import { leases } from '#server/storage/schema/jobs.ts'
import { UnderWay } from '#server/under-way.ts'
import { emptyDatabase } from '../helpers/store.ts'

/** Two processes on one database, which know nothing of each other but what it tells them: stores of their own. */
interface Counted {
  done: number
}

let stores: [Store, Store]
let works: [UnderWay<Counted>, UnderWay<Counted>]
beforeEach(async () => {
  const where = await emptyDatabase()
  stores = [await openStore(where), await openStore(where)]
  works = [new UnderWay('work'), new UnderWay('work')]
})
afterEach(() => Promise.all(stores.map((store) => store.close())))

/** Work that goes on until it is let go. */
function held() {
  let letGo = () => {}
  const going = new Promise<void>((resolve) => (letGo = resolve))
  return { going, letGo: () => letGo() }
}

test('how far work has come is seen from another process, and ends there when it ends', async () => {
  const { going, letGo } = held()
  const done = works[0].run(stores[0], 'a', { done: 0 }, async (progress) => {
    progress.done = 7
    await going
  })
  await expect.poll(() => works[1].progress(stores[1], 'a'), { timeout: 5000 }).toEqual({ done: 7 })
  expect(await works[1].has(stores[1], 'b')).toBe(false)
  letGo()
  await done
  expect(await works[1].has(stores[1], 'a')).toBe(false)
})

test('two processes that begin the same work do it one after the other', async () => {
  let atOnce = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++atOnce)
    await pause(50)
    atOnce--
  }
  await Promise.all(works.map((one, n) => one.run(stores[n]!, 'a', { done: 0 }, work)))
  expect(most).toBe(1)
})

test('what a process was at that died is taken over, and nothing stays of it', async () => {
  const gone = { work: 'tick', holder: 'dead', until: new Date(Date.now() - 1000), progress: {} }
  await stores[0].write((tx) => tx.insert(leases).values([gone, { ...gone, work: 'work a' }]))
  expect(await works[1].has(stores[1], 'a')).toBe(false)
  let acted = false
  expect(await leased({ store: stores[1] }, 'tick', async () => void (acted = true))).toBe(true)
  expect(acted).toBe(true)
  expect(await stores[0].read.$count(leases)).toBe(0)
})

test('what is announced in one process is heard in the other, and in its own at once and once', async () => {
  const heard: string[][] = [[], []]
  stores.forEach((store, n) => store.bulletin.onAnnouncement('board changed', (id) => heard[n]!.push(id)))
  await expect
    .poll(() => {
      stores[0].bulletin.announce('board changed', 'begin')
      return heard[1]!.length
    })
    .toBeGreaterThan(0)
  heard.forEach((one) => one.splice(0))
  stores[0].bulletin.announce('board changed', 'x')
  expect(heard[0]).toEqual(['x'])
  await expect.poll(() => heard[1]!.filter((id) => id === 'x')).toEqual(['x'])
  expect(heard[0]).toEqual(['x'])
})
