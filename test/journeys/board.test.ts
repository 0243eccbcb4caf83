import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { press, violations } from '../answering/phone.ts'
import type { TestApp, Visitor } from '../helpers/app.ts'
import { facilitator, retroTeams, screenOf, startBoard, type Board } from '../helpers/boards.ts'
import { startChromium } from '../helpers/browser.ts'
import { freePort } from '../helpers/postgres.ts'

let safe: TestApp
let browser: Browser
let origin: string
let port: number
let fay: Visitor
let board: Board
/** What the pages complained of: errors, and whatever the content security policy stopped. */
let faults: string[]

beforeAll(async () => {
  port = await freePort()
  origin = `http://localhost:${port}`
  safe = await retroTeams({ PUBLIC_URL: origin })
  safe.clock.advance(Date.now() - safe.clock.now().getTime())
  await safe.app.listen({ port })
  fay = await safe.signIn(facilitator)
  browser = await startChromium()
})
beforeEach(async () => {
  faults = []
  board = await startBoard(fay)
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(async () => {
  await browser.close()
  await safe.stop()
})

async function device(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(15_000)
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('console', (message) => {
    if (/Content Security Policy|violates/.test(message.text())) faults.push(message.text())
  })
  return context.newPage()
}

/** Axe has to be let in past the policy, so one phone and one screen are looked at, and the others are held to it. */
async function phone(looked = false, until = 'Your card'): Promise<Page> {
  const page = await device({ viewport: { width: 390, height: 844 }, bypassCSP: looked, isMobile: true })
  await page.goto(`${origin}/join/${board.code}`)
  await page.getByText(until).first().waitFor()
  return page
}

async function screen(by: Visitor, looked = false, until = 'Turn the cards over'): Promise<Page> {
  const page = await device({ viewport: { width: 1920, height: 1080 }, bypassCSP: looked })
  await page.context().addCookies([{ name: 'session', value: by.cookie('session')!, url: origin }])
  await page.goto(`${origin}${board.at}`)
  await page.getByRole('button', { name: until }).waitFor()
  return page
}

/** What the page says of how far the board is. */
const told = (page: Page, news: string) => page.locator('#news', { hasText: news }).waitFor()

async function writeCard(on: Page, column: string, text: string) {
  await on.bringToFront()
  await on.getByLabel(column, { exact: true }).check()
  await on.getByLabel('Your card').fill(text)
  await press(on, 'Send the card')
  await on.locator('.own').getByText(text, { exact: true }).waitFor()
  await expect.poll(() => on.getByLabel('Your card').inputValue()).toBe('')
}

/** As somebody without a mouse gets there; it must not take for ever. */
async function tabTo(target: Locator) {
  const page = target.page()
  await page.bringToFront()
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${String(target)} is not reached with the keyboard`)
}

test(
  'a whole retro from the screen alone: one wall, seven phones, one of them asleep, one reloading, and no word is lost',
  { timeout: 240_000 },
  async () => {
    board = await startBoard(fay, { checkIn: 'energy' })
    const wall = await screen(fay, true, 'On to: Write')
    const phones = await Promise.all(Array.from({ length: 7 }, (_, n) => phone(n === 0, 'plenty')))
    const [first, second, third, asleep, reloading] = phones as [Page, Page, Page, Page, Page]
    const clean = async () => {
      for (const looked of [wall, first]) expect(await violations(looked)).toEqual([])
    }
    for (const [n, page] of phones.entries()) await press(page, String((n % 5) + 1))
    await told(wall, '7 have said how they arrive.')
    await clean()

    await press(wall, 'On to: Write')
    await wall.getByText('1 hardly any').waitFor()
    const written: [Page, string, string][] = [
      [first, 'AI helped', 'The boring half of the migration'],
      [second, 'AI hurt', 'Tests that cannot fail'],
      [third, 'AI hurt', 'It invents dependencies'],
      [asleep, 'We could try', 'An hour a week without it'],
    ]
    for (const [page, column, text] of written) await writeCard(page, column, text)
    await told(wall, '4 cards written so far.')
    expect(await wall.locator('.back').count()).toBe(4)
    expect(await wall.content()).not.toContain('Tests that cannot fail')
    await press(first, 'I am done')
    await wall.getByText('1 of 7 done').waitFor()
    await asleep.bringToFront()
    await asleep.getByLabel('Your card').fill('Half a thought as it fell asleep')
    await fallAsleep(asleep)
    await reloading.getByLabel('Your card').fill('Half a thought before the reload')
    await reloading.reload()
    await clean()

    await press(wall, 'Turn the cards over')
    for (const page of [wall, first, second]) await page.getByText('Tests that cannot fail').waitFor()
    // What was half written is still there, and may lie beside the turned cards.
    await expect
      .poll(() => reloading.getByLabel('Your card').inputValue())
      .toBe('Half a thought before the reload')
    await press(reloading, 'Send the card')
    await wall.getByText('Half a thought before the reload').waitFor()
    await groupWithKeysAlone(wall)
    await dragOntoAnother(wall)
    for (const page of [first, second]) await page.locator('input[value="Can we trust it?"]').waitFor()
    await clean()

    await press(wall, 'On to: Vote')
    await voteWithKeysAlone(first)
    for (const page of [second, third]) await press(page, /^Vote for: Can we trust it\?/)
    await told(wall, 'Voting: 4 votes cast so far.')
    expect(await wall.content()).not.toContain('●●')
    await clean()

    await wake(asleep)
    await asleep.getByText('“Half a thought as it fell asleep”').waitFor()
    await press(wall, 'On to: Discuss')
    await wall.getByRole('heading', { name: 'Can we trust it?' }).waitFor()
    await wall.getByText(/^[45]:\d\d$/).waitFor()
    await press(wall, 'More time?')
    await press(second, 'Yes, more time')
    await wall.getByText('1 say yes, 0 go on').waitFor()
    await clean()
    await wall.keyboard.press('ArrowRight')
    await wall.getByText('2 of 3').waitFor()
    await third.getByText('Write an action').click()
    await decide(third, 'Review in pairs')
    for (const page of [wall, first]) await page.getByText('Review in pairs').waitFor()

    await press(wall, 'On to: Decide')
    for (const page of phones) await press(page, '4')
    await wall.getByText('7 have said').waitFor()
    await clean()
    await wall.getByLabel('What will be done').fill('Half decided')
    await wall.getByRole('link', { name: 'End the retro' }).click()
    await expect.poll(() => wall.getByLabel('What will be done').inputValue()).toBe('Half decided')
    await wall.getByLabel('Who takes it on').fill('Fay')
    expect(await violations(wall)).toEqual([])
    await press(wall, 'End it for good')
    await wall.getByRole('heading', { name: /^Retro, Payments, / }).waitFor()
    const record = await wall.locator('main').innerText()
    for (const [, , text] of written) expect(record).toContain(text)
    for (const words of ['Half decided', 'Review in pairs', 'Of 7, all or all but one said 4 or 5.'])
      expect(record).toContain(words)
    expect(await violations(wall)).toEqual([])
    for (const page of phones) await page.getByText('This retro has ended. Thank you.').waitFor()
    expect(faults).toEqual([])
  },
)

/** As a phone in a pocket: nothing runs on it, and what it was connected to is gone. */
async function fallAsleep(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await page.context().setOffline(true)
}

async function wake(page: Page) {
  await page.context().setOffline(false)
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await page.bringToFront()
}

/** Lifted with space, carried with arrows, put down with Enter. */
async function groupWithKeysAlone(wall: Page) {
  await wall.bringToFront()
  const cards = wall.locator('.column:nth-child(2) .card')
  const carried = await cards.first().locator('.text').innerText()
  await tabTo(wall.locator('.card[tabindex="0"]').first())
  await wall.keyboard.press('ArrowRight')
  await wall.keyboard.press('ArrowUp')
  await wall.keyboard.press('Space')
  await wall.locator('#announcer', { hasText: `Lifted: ${carried}` }).waitFor({ state: 'attached' })
  await wall.keyboard.press('ArrowDown')
  await wall.keyboard.press('Enter')
  await wall.locator('#announcer', { hasText: `${carried} is now with:` }).waitFor({ state: 'attached' })
  await wall.locator('.topic.group').waitFor()
  await tabTo(wall.getByLabel('Name of the group: '))
  await wall.keyboard.type('Can we trust it?')
  await wall.keyboard.press('Enter')
  await wall.locator('#said:empty').waitFor({ state: 'attached' })
}

/** By hand: a card of the first column onto the one beneath it. */
async function dragOntoAnother(wall: Page) {
  const cards = wall.locator('.column:nth-child(1) .card')
  const before = await cards.count()
  await cards.first().dragTo(cards.nth(1))
  await wall.locator('.column:nth-child(1) .topic.group').waitFor()
  expect(await cards.count()).toBe(before)
}

async function voteWithKeysAlone(on: Page) {
  const trust = on.getByRole('button', { name: /^Vote for: Can we trust it\?/ })
  await trust.waitFor()
  await tabTo(trust)
  await on.keyboard.press('Enter')
  await on.getByText('You have 2 votes left.').waitFor()
  expect(await trust.evaluate((button) => button === document.activeElement)).toBe(true)
  await on.keyboard.press('Enter')
  await on.getByText('You have 1 vote left.').waitFor()
  await tabTo(on.getByRole('button', { name: 'Take back from Can we trust it?' }))
  await on.keyboard.press('Enter')
  await on.getByText('You have 2 votes left.').waitFor()
  const other = on.getByRole('button', { name: 'Vote for: An hour a week without it' })
  await tabTo(other)
  await on.keyboard.press('Enter')
  await on.getByText('You have 1 vote left.').waitFor()
}

async function decide(on: Page, text: string) {
  await on.getByLabel('What will be done').fill(text)
  await on.getByLabel('Who takes it on').fill('Person payments2')
  await press(on, 'Add')
}

test('the same over days: everybody comes by the mail, whenever it suits them, and no word is lost', async () => {
  const setUp = await device({ viewport: { width: 1280, height: 900 } })
  await setUp.context().addCookies([{ name: 'session', value: fay.cookie('session')!, url: origin }])
  await setUp.goto(`${origin}/boards`)
  await setUp.getByLabel('Without a meeting: days for each stage').fill('2')
  await setUp.getByLabel('To begin with').selectOption('')
  safe.letters.length = 0
  await press(setUp, 'Start the board')
  await setUp.getByRole('button', { name: 'Turn the cards over' }).waitFor()
  await safe.minute()
  const invited = safe.letters.filter(({ subject }) => subject === 'Payments: the retro is open')
  const ways = invited.map(({ text }) => /http\S+join\S+/.exec(text)![0])
  expect(new Set(ways).size).toBe(1)

  const at = setUp.url().replace(origin, '')
  const phones = [await device({ isMobile: true }), await device({ isMobile: true })]
  for (const [n, page] of phones.entries()) {
    safe.clock.advance(12 * 60 * 60 * 1000)
    await page.goto(ways[0]!)
    await writeCard(page, 'AI helped', `Written on day ${n}`)
    await page.goto('about:blank')
  }
  await fay.postJson(`${at}/reveal`, {})
  await fay.postJson(`${at}/stage`, { from: 'group', to: 'vote' })
  for (const page of phones) {
    await page.goto(`${origin}${at}/seat`)
    await press(page, 'Vote for: Written on day 0')
    await page.getByText('You have 2 votes left.').waitFor()
  }
  for (const [from, to] of [
    ['vote', 'discuss'],
    ['discuss', 'decide'],
  ])
    await fay.postJson(`${at}/stage`, { from, to })
  await decide(phones[1]!, 'Do it again')
  await phones[0]!.getByText('Do it again').waitFor()
  await fay.postJson(`${at}/ending`, {})
  const record = (await fay.get(`${at}/record`)).body
  for (const words of ['Written on day 0', 'Written on day 1', '2 votes', 'Do it again'])
    expect(record).toContain(words)
  expect(faults).toEqual([])
})

test('what is being typed stays while the board changes, while it moves on, and after a reload', async () => {
  const wall = await screen(fay)
  const [writing, other] = [await phone(), await phone()]
  await writing.getByLabel('Your card').fill('Half a thought')
  await writeCard(other, 'AI hurt', 'Something else')
  await told(writing, '1 card written so far.')
  expect(await writing.getByLabel('Your card').inputValue()).toBe('Half a thought')
  await press(wall, 'Turn the cards over')
  await writing.getByText('Something else').waitFor()
  await press(wall, 'Back to: Write')
  await expect.poll(() => writing.getByLabel('Your card').inputValue()).toBe('Half a thought')
  await writing.reload()
  await expect.poll(() => writing.getByLabel('Your card').inputValue()).toBe('Half a thought')
  expect(faults).toEqual([])
})

test('a card sent while the server restarts arrives once, by itself, and every page goes on', async () => {
  const wall = await screen(fay)
  const [writing, other] = [await phone(), await phone()]
  await told(writing, '0 cards written so far.')
  await safe.app.close()
  await writing.getByText('The connection is lost.').waitFor()
  await writing.bringToFront()
  await writing.getByLabel('Your card').fill('Written into the gap')
  await press(writing, 'Send the card')
  await writing.getByText('Not sent yet').waitFor()
  expect(await writing.getByLabel('Your card').inputValue()).toBe('Written into the gap')

  Object.assign(safe, { app: await buildApp(safe.context) })
  await safe.app.listen({ port })
  await writing.locator('.own').getByText('Written into the gap').waitFor()
  for (const page of [wall, writing, other]) await told(page, '1 card written so far.')
  await expect.poll(() => writing.locator('#connection').isHidden()).toBe(true)
  expect(await writing.getByLabel('Your card').inputValue()).toBe('')
  fay = await safe.signIn(facilitator)
  expect((await screenOf(board, fay)).sight.unrevealed).toBe(1)
})

test('an action sent while the server restarts stays in its form, and is there once when it is sent again', async () => {
  await fay.postJson(`${board.at}/reveal`, {})
  for (const [from, to] of [
    ['group', 'vote'],
    ['vote', 'discuss'],
    ['discuss', 'decide'],
  ])
    await fay.postJson(`${board.at}/stage`, { from, to })
  const deciding = await phone(false, 'Write an action')
  await safe.app.close()
  await deciding.getByText('The connection is lost.').waitFor()
  await decide(deciding, 'Written into the gap')
  Object.assign(safe, { app: await buildApp(safe.context) })
  await safe.app.listen({ port })
  await expect.poll(() => deciding.locator('#connection').isHidden()).toBe(true)
  expect(await deciding.getByLabel('What will be done').inputValue()).toBe('Written into the gap')
  expect(await deciding.locator('.decided').count()).toBe(0)
  await press(deciding, 'Add')
  await deciding.locator('.decided').getByText('Written into the gap').waitFor()
  fay = await safe.signIn(facilitator)
  expect((await screenOf(board, fay)).actions).toHaveLength(1)
})

test('a phone that slept, or was without a network, shows the board as it is by now', async () => {
  const [sleeping, awake] = [await phone(), await phone()]
  await told(sleeping, '0 cards written so far.')
  const setHidden = (hidden: boolean) =>
    sleeping.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await setHidden(true)
  await writeCard(awake, 'AI helped', 'While it slept')
  await setHidden(false)
  await told(sleeping, '1 card written so far.')

  await sleeping.context().setOffline(true)
  await writeCard(awake, 'AI helped', 'While it was away')
  await sleeping.context().setOffline(false)
  await told(sleeping, '2 cards written so far.')
  expect(faults).toEqual([])
})

test('without scripts a phone writes, edits and votes all the same', async () => {
  const page = await device({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await page.goto(`${origin}/join`)
  await page.getByLabel('Code').fill(`${board.code.slice(0, 4)}-${board.code.slice(4)}`)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByLabel('Your card').fill('By plain form')
  await page.getByRole('button', { name: 'Send the card' }).click()
  await page.getByRole('link', { name: 'Edit the card: By plain form' }).click()
  await page.getByLabel('Your card').fill('By a plain form')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.own').getByText('By a plain form').waitFor()
  await fay.postJson(`${board.at}/reveal`, {})
  await fay.postJson(`${board.at}/stage`, { from: 'group', to: 'vote' })
  await page.getByRole('link', { name: 'Look again' }).click()
  await page.getByRole('button', { name: 'Vote for: By a plain form' }).click()
  await page.getByText('You have 2 votes left.').waitFor()
})
