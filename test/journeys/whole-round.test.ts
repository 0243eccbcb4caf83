import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, violations } from '../answering/phone.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { roster, setupToken, TestApp } from '../helpers/app.ts'
import { startChromium } from '../helpers/browser.ts'
import { freePort } from '../helpers/postgres.ts'

let safe: TestApp
let browser: Browser
let origin: string

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  safe = await TestApp.start({ PUBLIC_URL: origin })
  safe.clock.advance(Date.now() - safe.clock.now().getTime())
  await safe.app.listen({ port })
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await safe.stop()
})

test(
  'from the set-up link to published results, with the answers of twenty browsers',
  { timeout: 240_000 },
  async () => {
    const dana = await (await browser.newContext({ bypassCSP: true })).newPage()
    await setUp(dana)
    await importRoster(dana)
    await openRound(dana)
    const round = /rounds\/([^/?]+)/.exec(dana.url())![1]!
    await safe.minute()

    const invited = [...tokensByAddress(safe)]
    expect(invited).toHaveLength(20)
    for (const [address, token] of invited)
      await answerOnPhone(
        token,
        address.startsWith('payments') ? 'Hurt a little' : 'Helped a lot',
        address === 'payments1@acme.example',
      )

    await dana.goto(`${origin}/rounds/${round}/closure`)
    await press(dana, 'Close and publish')
    await dana
      .getByText('The answers of 20 of 20 people invited were counted and published.')
      .waitFor({ timeout: 60_000 })

    const member = await signIn('payments1@acme.example')
    await member.goto(`${origin}/rounds/${round}/results`)
    await member.getByText('20 of 20 people answered (100 %).').waitFor()
    expect(await violations(member)).toEqual([])
    await member.getByRole('link', { name: 'Eng / Payments' }).click()
    await member.getByText('All or all but one of 9 people: unfavourable.').waitFor()
    await member.getByText('It wrote a test that cannot fail.').waitFor()
    expect(await violations(member)).toEqual([])
    await checkReceipt(member, round)
  },
)

const receipts: string[] = []

async function setUp(page: Page) {
  await page.goto(`${origin}/setup#${setupToken}`)
  await page.getByLabel('Organisation').fill('Acme')
  await page.getByLabel('Your work mail address').fill('dana@acme.example')
  await page.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.getByText('Next steps').waitFor()
  expect(await violations(page)).toEqual([])
}

async function importRoster(page: Page) {
  await page.goto(`${origin}/roster/imports/new`)
  await page.getByLabel('Or paste the table here').fill(roster({ 'Eng / Payments': 9, 'Eng / Ledger': 11 }))
  await press(page, 'Preview')
  await page.getByText('Join: 20').waitFor()
  await press(page, 'Apply all of this')
  await page.getByText('This roster was applied.').waitFor()
}

async function openRound(page: Page) {
  await page.goto(`${origin}/rounds/new`)
  await press(page, 'Save the plan')
  await page.getByRole('link', { name: 'Open now and invite' }).click()
  await press(page, 'Open it and send the mails')
  // The page looks again by itself until the keys are made.
  await page.getByText('Fingerprint', { exact: true }).waitFor({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
}

async function answerOnPhone(token: string, level: string, withRemark: boolean) {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  const page = await phone.newPage()
  await page.goto(`${origin}/answer#${token}`)
  await press(page, 'Start')
  await page.getByRole('group', { name: 'Did AI tools help or hurt' }).getByLabel(level).check()
  if (withRemark) {
    await page.getByLabel('When did AI hurt your work').fill('It wrote a test that cannot fail.')
    await page.getByRole('radio', { name: 'My team’s retro' }).check()
  }
  await press(page, 'Hand in my answers')
  receipts.push((await page.locator('#receipt').textContent({ timeout: 30_000 }))!)
  await phone.close()
}

async function signIn(email: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('Mail address').fill(email)
  await press(page, 'Send me a link')
  await page.getByText('Look in your mail').waitFor()
  await safe.deliver()
  const links = safe.letters.flatMap(
    ({ to, text }) => (to === email && /http\S+\/sign-in\/\S+/.exec(text)) || [],
  )
  await page.goto(links.at(-1)!)
  await press(page, 'Sign in now')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Results' }).waitFor()
  return page
}

async function checkReceipt(page: Page, round: string) {
  await page.goto(`${origin}/rounds/${round}/privacy`)
  await page.getByLabel('Your receipt').fill(receipts[3]!)
  await press(page, 'Look it up')
  await page.getByText('Yes: these answers were counted.').waitFor()
  expect(await violations(page)).toEqual([])
}
