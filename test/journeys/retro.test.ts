import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSignInLink } from '#server/access/access.ts'
import { makeSample, visitable, type VisitorRole } from '#server/sample/sample.ts'
import { press, violations } from '../answering/phone.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { openRound } from '../helpers/attacks.ts'
import { startChromium } from '../helpers/browser.ts'
import { freePort } from '../helpers/postgres.ts'

const teams = [
  { path: ['Platform'], size: 3 },
  { path: ['Platform', 'Reliability'], size: 12 },
  { path: ['Platform', 'Security'], size: 9 },
]

let safe: TestApp
let browser: Browser
let origin: string
const people = new Map<VisitorRole, { email: string; name: string; by: Visitor }>()

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  safe = await TestApp.start({ PUBLIC_URL: origin })
  safe.clock.advance(Date.now() - safe.clock.now().getTime())
  await makeSample(safe.context, { months: 2, teams, now: safe.clock.now() })
  await safe.app.listen({ port })
  for (const { role, email, name } of await visitable(safe.context.store.read)) {
    const by = safe.visitor()
    await by.post(new URL((await newSignInLink(safe.context, email))!).pathname, {})
    people.set(role, { email, name, by })
  }
  browser = await startChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await safe.stop()
})

async function device(width: number, { bypassCSP = true } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    bypassCSP,
  })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

async function signedIn(role: VisitorRole, options = {}): Promise<Page> {
  const page = await device(1280, options)
  const value = people.get(role)!.by.cookie('session')!
  await page.context().addCookies([{ name: 'session', value, url: origin }])
  return page
}

test(
  'from the results to a kit, to a board, to an action, to the question whether it helped',
  { timeout: 180_000 },
  async () => {
    const wall = await signedIn('facilitator')
    const figure = await startFromKit(wall)
    await holdRetro(wall, figure)
    await wall.goto(`${origin}/actions`)
    await press(wall, 'Done: Read every generated test twice.')
    await wall.getByText('Done. The next round asks whether it helped.').waitFor()
    await answerNextRound()
  },
)

test('topics are dragged into their order, or moved by key, and what moved is said and keeps the focus', async () => {
  const wall = await signedIn('facilitator', { bypassCSP: false })
  const wrong: string[] = []
  wall.on('console', (message) => wrong.push(message.text()))
  wall.on('pageerror', (error) => wrong.push(error.message))
  await wall.goto(origin)
  const lines = () =>
    wall.getByLabel('On the card').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
  const [first, second, ...rest] = await lines()
  await wall.getByLabel('On the card').first().fill('In our own words')
  await drag(wall, 0, 1)
  await expect.poll(lines).toEqual([second, 'In our own words', ...rest])
  expect(await wall.locator('#moved').textContent()).toMatch(/^In our own words: now 2 of \d\.$/)
  await wall.getByRole('button', { name: `Move up: ${first}` }).focus()
  await wall.keyboard.press('Enter')
  expect(await lines()).toEqual(['In our own words', second, ...rest])
  expect(await wall.locator('#moved').textContent()).toMatch(/^In our own words: now 1 of \d\.$/)
  // A second time there is nothing above, and the focus has gone nowhere.
  await wall.keyboard.press('Enter')
  expect(await lines()).toEqual(['In our own words', second, ...rest])
  expect(await wall.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    `Move up: ${first}`,
  )
  expect(wrong).toEqual([])
  await wall.context().close()
})

async function drag(page: Page, from: number, onto: number) {
  const grips = page.locator('.grip')
  const [start, end] = await Promise.all([from, onto].map((n) => grips.nth(n).boundingBox()))
  await page.mouse.move(start!.x + 10, start!.y + 10)
  await page.mouse.down()
  await page.mouse.move(start!.x + 10, start!.y + 40, { steps: 5 })
  await page.mouse.move(end!.x + 10, end!.y + 60, { steps: 15 })
  await page.mouse.up()
}

/** Returns the line of the topic that was taken. */
async function startFromKit(wall: Page): Promise<string> {
  await wall.goto(origin)
  // Whoever facilitates one team lands on its kit.
  await wall.getByRole('heading', { name: /worth forty minutes/ }).waitFor()
  expect(await violations(wall)).toEqual([])
  const topics = wall.getByRole('checkbox')
  expect(await topics.count()).toBeGreaterThan(1)
  for (const unwanted of (await topics.all()).slice(1)) await unwanted.uncheck()
  await wall.getByText('Topics of your own, and other columns').click()
  await wall.getByLabel('Topics of your own').fill('Who reads what it writes?')
  const text = await wall.getByLabel('On the card').first().inputValue()
  await press(wall, 'Put it on the wall')
  await press(wall, 'On to: Write')
  await wall.getByText('Who reads what it writes?').waitFor()
  return text
}

async function holdRetro(wall: Page, figure: string) {
  const code = (await wall.locator('.code').textContent())!
  const phones = await Promise.all([390, 390, 390, 390].map((width) => device(width)))
  for (const [n, phone] of phones.entries()) {
    await phone.goto(`${origin}/join`)
    await phone.getByLabel('Code').fill(code)
    await press(phone, 'Join')
    await phone.getByText(figure).waitFor()
    await phone.getByLabel('AI hurt', { exact: true }).check()
    await phone.getByLabel('Your card').fill(`Tests that cannot fail, ${n}`)
    await press(phone, 'Send the card')
    await phone.locator('.own').getByText(`Tests that cannot fail, ${n}`).waitFor()
  }
  await press(wall, 'Turn the cards over')
  for (const n of [0, 1]) await phones[3]!.getByLabel(`Tests that cannot fail, ${n}`).check()
  await press(phones[3]!, 'Put together')
  await wall.locator('.topic.group').waitFor()
  await press(wall, 'On to: Vote')
  for (const phone of phones) await press(phone, /^Vote for: Who reads what it writes\?/)
  await wall.locator('#news', { hasText: '4 votes cast' }).waitFor()
  await press(wall, 'On to: Discuss')
  await press(wall, 'On to: Decide')
  await decide(wall)
  for (const phone of phones) await phone.getByText('Read every generated test twice.').waitFor()
  await wall.getByRole('link', { name: 'End the retro' }).click()
  await press(wall, 'End it for good')
  await wall.getByText('Read every generated test twice.').waitFor()
  for (const phone of phones) await phone.context().close()
}

/** First without saying who: what was typed stays. */
async function decide(wall: Page) {
  await wall.getByLabel('What will be done').fill('Read every generated test twice.')
  await wall.getByLabel('By when').fill(inAMonth())
  await press(wall, 'Add')
  await wall.getByText('Please fill this in.').waitFor()
  expect(await wall.getByLabel('What will be done').inputValue()).toBe('Read every generated test twice.')
  expect(await violations(wall)).toEqual([])
  await wall.getByLabel('Who takes it on').fill(people.get('facilitator')!.name)
  await press(wall, 'Add')
  await wall.locator('.decided').getByText('Read every generated test twice.').waitFor()
  await expect.poll(() => wall.getByLabel('What will be done').inputValue()).toBe('')
}

const inAMonth = () => new Date(safe.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10)

async function answerNextRound() {
  await openRound(safe, people.get('administrator')!.by)
  const phone = await device(390)
  await phone.goto(`${origin}/answer#${tokensByAddress(safe).get(people.get('member')!.email)!}`)
  await phone.getByRole('heading', { name: 'You said, we did' }).waitFor()
  await phone.getByText('Read every generated test twice.').first().waitFor()
  await press(phone, 'Start')
  await phone.getByRole('group', { name: /Read every generated test twice/ }).waitFor()
}
