import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { FakeServer } from './fake-server.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const args =
  '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync'
// A name that is not the machine's own, to which browsers grant no secure context over http.
const insecureName = '--host-resolver-rules=MAP survey.test 127.0.0.1'
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Promises about the answering page in Chromium, each with a server and a device of its own. */
export function onAPhone(name: string, promises: (phone: Phone) => void) {
  const hasChromium = existsSync(executablePath)
  if (!hasChromium) console.warn(`Skipped, as there is no Chromium at ${executablePath}: ${name}`)
  describe.skipIf(!hasChromium)(name, { timeout: 60_000 }, () => {
    const phone = new Phone()
    beforeAll(() => phone.switchOn(), 60_000)
    beforeEach(() => phone.unpack())
    afterEach(() => phone.putAway())
    afterAll(() => phone.browser.close())
    promises(phone)
  })
}

export class Phone {
  browser!: Browser
  server!: FakeServer
  device!: BrowserContext
  page!: Page
  private faults: string[] = []

  async switchOn() {
    this.browser = await chromium.launch({ executablePath, args: [...args.split(' '), insecureName] })
  }

  async unpack() {
    this.faults = []
    this.server = await new FakeServer().listen()
    this.device = await this.newDevice()
    this.page = await this.device.newPage()
  }

  async putAway() {
    await this.device.close()
    await this.server.close()
    expect(this.faults).toEqual([])
  }

  /** Errors on its pages, and anything the content security policy stops, fail the test. */
  async newDevice(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const device = await this.browser.newContext({
      viewport: { width: 390, height: 844 },
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      ...options,
    })
    device.setDefaultTimeout(25_000)
    device.on('weberror', (error) => this.faults.push(String(error.error())))
    device.on('console', (message) => {
      if (/Content Security Policy|violates/.test(message.text())) this.faults.push(message.text())
    })
    return device
  }

  manifestPath = () => `/rounds/${this.server.round.manifest.round}/manifest.json`
  scriptPath = () => `/answering/scripts/${this.server.round.manifest.script}.js`

  /** The page shows the receipt of the only ballot the server counted, and in it is what `answer` picked. */
  async expectCountedOnce(on: Page) {
    await title(on, /Your answers (are in|were handed in)/)
    const [ballot, ...others] = await this.server.openedBallots()
    expect(others).toEqual([])
    expect(ballot).toMatchObject(answered)
    expect(await on.locator('#receipt').textContent()).toBe([...this.server.counted.keys()][0])
  }
}

const answered = {
  answers: { 'ai-helped': 4, stress: null, 'action-pairing': null },
  attributes: {},
  remarks: [{ question: 'when-hurt', text: 'It wrote tests that never fail.', audience: 'team' }],
}

export async function answer(on: Page) {
  await press(on, 'Start')
  await on.getByRole('group', { name: 'Did AI tools help or hurt' }).getByLabel('Helped a little').check()
  await on.getByRole('group', { name: 'How stressed' }).getByLabel('Does not apply').check()
  await on.getByRole('group', { name: 'Tests' }).getByLabel('Hurt').check()
  await on.getByLabel('When did AI hurt your work').fill('It wrote tests that never fail.')
  await on.getByRole('radio', { name: 'My team’s retro' }).check()
}

export const title = (on: Page, name: string | RegExp) =>
  on.getByRole('heading', { level: 1, name }).waitFor()

export async function press(on: Page, name: string | RegExp) {
  // Chromium draws nothing in a tab behind another one, and what is not drawn cannot be pressed.
  await on.bringToFront()
  await on.getByRole('button', { name }).click()
}

/** What axe finds on the page as it is, as `<rule>: <element>`. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<AxeOutcome> } }).axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

interface AxeOutcome {
  violations: { id: string; nodes: { html: string }[] }[]
}

/** How many drafts, submissions and receipts the device keeps. */
export async function keptOnDevice(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const waited = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await waited(indexedDB.open('safe-to-say'))
    const transaction = database.transaction(database.objectStoreNames)
    const names = [...database.objectStoreNames]
    const counts = await Promise.all(names.map((name) => waited(transaction.objectStore(name).count())))
    return Object.fromEntries(names.map((name, place) => [name, counts[place]!]))
  })
}
