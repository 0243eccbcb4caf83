import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { killChildren } from '../helpers/process.ts'
import { canMount, SmallDisk, unmountAll } from '../helpers/small-disk.ts'
import { Crowd } from './crowd.ts'
import { extent } from './extent.ts'
import { Site } from './site.ts'

vi.setConfig({ testTimeout: 300_000 })

const people = extent(60, 400)
const times = extent(1, 5)

let site: Site
afterEach(async () => {
  site.stop()
  await killChildren()
  unmountAll()
})

const onSmallDisk = canMount() ? test : () => {}

onSmallDisk(
  'while the disk is full ballots are told 503, and every one that was acknowledged before or after is counted once',
  async () => {
    const disk = SmallDisk.of(64 * 1024)!
    site = await Site.start(1, { DATA_DIR: disk.directory })
    const { id, tokens } = await site.openRound({ Payments: people / 2, Ledger: people / 2 })
    const crowd = new Crowd(site.url, id, tokens, 4)
    for (let time = 1; time <= times; time++) {
      await crowd.reaches((people / 2 / times) * time)
      crowd.statuses.clear()
      while (!crowd.statuses.has(503)) {
        disk.fill()
        await pause(5)
      }
      expect((await fetch(`${site.url}/health`)).status).toBe(503)
      disk.free()
    }
    await crowd.done
    const { outcome } = await site.json('POST', `/rounds/${id}/closure`, {})
    expect(outcome).toMatchObject({ published: true, invited: people, ballots: people, spoiled: 0 })
    expect(await site.receipts(id)).toEqual([...crowd.receipts].sort())
  },
)
