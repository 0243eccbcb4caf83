import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setupToken, TestApp } from '../helpers/app.ts'
import { startChromium } from '../helpers/browser.ts'
import { freePort } from '../helpers/postgres.ts'

let safe: TestApp
let browser: Browser
let origin: string
beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  safe = await TestApp.start({ PUBLIC_URL: origin })
  await safe.app.listen({ port })
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await safe.stop()
})

test('a set-up link opened in a tab that shows the set-up already fills in its token', async () => {
  const page = await browser.newPage()
  await page.goto(`${origin}/setup`)
  const token = page.locator('#token')
  expect(await token.inputValue()).toBe('')
  await page.evaluate((to) => location.assign(to), `${origin}/setup#${setupToken}`)
  await expect.poll(() => token.inputValue()).toBe(setupToken)
  expect(page.url()).toBe(`${origin}/setup`)
})
