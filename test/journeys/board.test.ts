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
async function phone(looked = false): Promise<Page> {
  const page = await device({ viewport: { width: 390, height: 844 }, bypassCSP: looked, isMobile: true })
  await page.goto(`${origin}/join/${board.code}`)
  await page.getByLabel('Your card').waitFor()
  return page
}

async function screen(by: Visitor, looked = false): Promise<Page> {
  const page = await device({ viewport: { width: 1600, height: 1000 }, bypassCSP: looked })
  await page.context().addCookies([{ name: 'session', value: by.cookie('session')!, url: origin }])
  await page.goto(`${origin}${board.at}`)
  await page.getByRole('button', { name: 'Reveal all cards' }).waitFor()
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

test('a whole retro: a big screen, another who leads, and four phones', { timeout: 240_000 }, async () => {
  const wall = await screen(fay, true)
  const second = await screen(await safe.signIn('max@acme.example'))
  const phones = [await phone(true), await phone(), await phone(), await phone()]
  for (const looked of [wall, phones[0]!]) expect(await violations(looked)).toEqual([])

  const written: [string, string][] = [
    ['AI helped', 'The boring half of the migration'],
    ['AI hurt', 'Tests that cannot fail'],
    ['AI hurt', 'It invents dependencies'],
    ['We could try', 'An hour a week without it'],
  ]
  for (const [n, [column, text]] of written.entries()) await writeCard(phones[n]!, column, text)
  for (const page of [wall, second, ...phones]) await told(page, '4 cards written so far.')
  expect(await wall.content()).not.toContain('Tests that cannot fail')
  expect(await violations(phones[0]!)).toEqual([])

  await press(wall, 'Reveal all cards')
  for (const page of [wall, second, ...phones]) await page.getByText('Tests that cannot fail').waitFor()
  await groupWithKeysAlone(wall)
  for (const page of [second, ...phones])
    await page.getByRole('heading', { name: 'Can we trust it?' }).waitFor()
  for (const looked of [wall, phones[0]!]) expect(await violations(looked)).toEqual([])

  await press(wall, 'Start the timer')
  for (const page of [wall, phones[1]!]) await page.getByText(/^[45]:\d\d$/).waitFor()
  await press(second, 'On to: Vote')
  await voteWithKeysAlone(phones[0]!)
  for (const page of phones.slice(1)) await press(page, 'Vote for Can we trust it?')
  await told(wall, 'Voting: 5 votes cast so far.')
  expect(await wall.content()).not.toContain('●')
  for (const looked of [wall, phones[0]!]) expect(await violations(looked)).toEqual([])

  await press(wall, 'On to: Discuss')
  for (const page of [wall, second, ...phones])
    await page.locator('.ranking > li').first().getByText('4 votes').waitFor()
  for (const looked of [wall, phones[0]!]) expect(await violations(looked)).toEqual([])
  await press(second, 'On to: Decide')
  await phones[3]!.getByText('What do you want to do').waitFor()
  for (const looked of [wall, phones[0]!]) expect(await violations(looked)).toEqual([])

  await wall.getByRole('link', { name: 'End the retro' }).click()
  expect(await violations(wall)).toEqual([])
  await press(wall, 'End it for good')
  await wall.getByRole('heading', { name: /^Retro, Payments, / }).waitFor()
  expect(await violations(wall)).toEqual([])
  for (const page of phones) await page.getByText('This retro has ended. Thank you.').waitFor()
  expect(faults).toEqual([])
})

async function groupWithKeysAlone(wall: Page) {
  for (const text of ['Tests that cannot fail', 'It invents dependencies']) {
    await tabTo(wall.getByLabel(`Tick: ${text}`))
    await wall.keyboard.press('Space')
  }
  await tabTo(wall.getByRole('button', { name: 'Put together' }))
  await wall.keyboard.press('Enter')
  await wall.locator('.topic.group').waitFor()
  // The focus stays where it was, and nothing is ticked any more.
  expect(await wall.evaluate(() => document.activeElement?.id)).toBe('put-together')
  expect(await wall.locator('input[name=cards]:checked').count()).toBe(0)
  await tabTo(wall.getByLabel('Heading of the group: '))
  await wall.keyboard.type('Can we trust it?')
  await wall.keyboard.press('Enter')
  await wall.getByRole('heading', { name: 'Can we trust it?' }).waitFor()
}

async function voteWithKeysAlone(on: Page) {
  const trust = on.getByRole('button', { name: 'Vote for Can we trust it?' })
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
  const other = on.getByRole('button', { name: 'Vote for An hour a week without it' })
  await tabTo(other)
  await on.keyboard.press('Enter')
  await on.getByText('You have 1 vote left.').waitFor()
}

test('what is being typed stays while the board changes, while it moves on, and after a reload', async () => {
  const wall = await screen(fay)
  const [writing, other] = [await phone(), await phone()]
  await writing.getByLabel('Your card').fill('Half a thought')
  await writeCard(other, 'AI hurt', 'Something else')
  await told(writing, '1 card written so far.')
  expect(await writing.getByLabel('Your card').inputValue()).toBe('Half a thought')
  await press(wall, 'Reveal all cards')
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
  await page.getByRole('button', { name: 'Vote for By a plain form' }).click()
  await page.getByText('You have 2 votes left.').waitFor()
})
