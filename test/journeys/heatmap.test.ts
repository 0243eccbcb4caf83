import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../helpers/app.ts'
import { retroTeams } from '../helpers/boards.ts'
import { startChromium } from '../helpers/browser.ts'
import { teamIds } from '../helpers/pages.ts'
import { freePort } from '../helpers/postgres.ts'
import { publishRound } from '../helpers/published.ts'

let safe: TestApp
let browser: Browser
let phone: Page
let origin: string

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  safe = await retroTeams({ PUBLIC_URL: origin })
  const team = (await teamIds(safe)).get('Payments')!
  for (const month of ['2026-09', '2026-10'])
    await publishRound(safe.context.store, {
      closesAt: new Date(`${month}-20T12:00:00Z`),
      units: [{ teamIds: [team], path: [], invited: 25 }],
      histogram: ({ bands }, ballots) => bands.map((_, n) => (n === 0 ? ballots - 8 : n === 1 ? 8 : 0)),
    })
  await safe.app.listen({ port })
  browser = await startChromium()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const session = (await safe.signIn('max@acme.example')).cookie('session')!
  await context.addCookies([{ name: 'session', value: session, url: origin }])
  phone = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await safe.stop()
})

/** Whether nothing lies over the middle of the first team's name. */
const nameOnTop = () =>
  phone.evaluate(() => {
    const name = document.querySelector('.heat tbody th a')!
    name.scrollIntoView({ block: 'center', inline: 'nearest' })
    const { left, top, width, height } = name.getBoundingClientRect()
    return document.elementFromPoint(left + width / 2, top + height / 2) === name
  })

test('on a phone the names of teams stay readable, however far their table is scrolled', async () => {
  for (const show of ['now', 'change']) {
    await phone.goto(`${origin}/heatmap/organisation?show=${show}`)
    for (const far of [0, 100, 5000]) {
      await phone.evaluate((left) => document.querySelector('.scroll')!.scrollTo({ left }), far)
      expect([show, far, await nameOnTop()]).toEqual([show, far, true])
    }
  }
})

/** Whether the right edge of the table's window looks like the empty paper left of the page. */
async function isEdgePlain(): Promise<boolean> {
  const { x, y, width } = (await phone.locator('.scroll').first().boundingBox())!
  const pictureAt = (left: number) =>
    phone.screenshot({ clip: { x: Math.floor(left), y: Math.floor(y) + 4, width: 4, height: 8 } })
  return (await pictureAt(x + width - 5)).equals(await pictureAt(4))
}

test('a table that is wider than its window has a shadow at its edge until its end is reached', async () => {
  await phone.goto(`${origin}/heatmap/organisation`)
  await phone.locator('.heat').first().scrollIntoViewIfNeeded()
  expect(await isEdgePlain()).toBe(false)
  await phone.evaluate(() => document.querySelector('.scroll')!.scrollTo({ left: 5000 }))
  expect(await isEdgePlain()).toBe(true)
})
