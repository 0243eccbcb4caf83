import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import compile from '../helpers/compile-setup.ts'
import { startChromium } from '../helpers/browser.ts'
import { freePort } from '../helpers/postgres.ts'
import { Child, killChildren } from '../helpers/process.ts'

/** The pictures of the README, taken anew: npm run screenshots. */
const names =
  'Ada Lindqvist,Ben Okafor,Chiara Rossi,Deniz Kaya,Elif Demir,Femi Adeyemi,Grace Lin,Hugo Martin,Ines Costa'
const roster = [
  'email,team,name',
  ...names.split(',').map((name, n) => `person${n}@northwind.example,Payments,${name}`),
].join('\n')

const cards: [column: number, text: string][] = [
  [0, 'Boilerplate and tests are quicker'],
  [0, 'Explained the old billing code to me'],
  [1, 'Generated pull requests of 900 lines nobody reads'],
  [1, 'Reviewing generated code eats my mornings'],
  [1, 'It invented a flag that does not exist'],
  [2, 'Limit pull requests to 300 lines'],
  [2, 'No-AI Friday'],
]

const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-screenshots-'))
compile()
const browser = await startChromium()
try {
  await ofTheSample(browser)
  await ofAnAnswer(browser)
} finally {
  await browser.close()
  await killChildren()
  rmSync(directory, { recursive: true })
}

async function ofTheSample(browser: Browser) {
  const { environment, url } = await placeFor('sample')
  const { out } = await new Child('sample', environment).ended
  const server = new Child('main', environment)
  await server.prints('Safe to Say is at')
  const as = async (role: string) => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1150 } })
    await page.goto(new RegExp(`^${role}, .*: (\\S+)$`, 'm').exec(out)![1]!)
    await page.getByRole('button', { name: 'Sign in now' }).click()
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Results' }).waitFor()
    return page
  }
  const ofTheTeam = async (role: string, link: string, picture: string) => {
    const page = await as(role)
    await page.goto(url + (await page.locator(link).first().getAttribute('href'))!)
    await page.screenshot({ path: `docs/screenshots/${picture}.png` })
    return page
  }
  await ofTheTeam('manager', 'a[href^="/overview/"]', 'overview')
  await ofTheTeam('member', 'a[href^="/rounds/"][href*="/results/"]', 'results')
  const wall = await ofTheTeam('facilitator', 'a[href$="/kit"]', 'kit')
  await (await as('administrator')).screenshot({ path: 'docs/screenshots/home.png' })
  await ofARetro(wall, url)
}

/** A board from the kit, while cards are put together, and a phone while it votes. */
async function ofARetro(wall: Page, url: string) {
  await wall.setViewportSize({ width: 1600, height: 900 })
  await wall.emulateMedia({ reducedMotion: 'reduce' })
  await wall.getByRole('button', { name: 'Put it on the wall' }).click()
  await wall.getByRole('button', { name: 'On to: Write' }).click()
  const code = (await wall.locator('button.join b').textContent())!
  const phones = await Promise.all(
    cards.map(async ([column, text]) => {
      const context = await wall
        .context()
        .browser()!
        .newContext({ viewport: { width: 390, height: 700 } })
      const phone = await context.newPage()
      await phone.goto(`${url}/join/${code}`)
      await phone.locator(`input[name=column][value="${column}"]`).check()
      await phone.getByLabel('Your card').fill(text)
      await phone.getByRole('button', { name: 'Send the card' }).click()
      await phone.locator('.own').getByText(text).waitFor()
      return phone
    }),
  )
  await wall.getByRole('button', { name: 'Turn the cards over' }).click()
  await wall.getByRole('button', { name: 'Put together' }).waitFor()
  await wall.screenshot({ path: 'docs/screenshots/wall.png' })
  await wall.getByRole('button', { name: 'On to: Vote' }).click()
  const [phone] = phones
  await phone!.locator('.ballot button').first().click()
  await phone!.getByText('You have 2 votes left.').waitFor()
  await phone!.screenshot({ path: 'docs/screenshots/vote.png' })
}

/** The sample company's people get no mail, so that nobody invented is written to. */
async function ofAnAnswer(browser: Browser) {
  const { environment, url } = await placeFor('answer')
  const server = new Child('main', environment)
  await server.prints('No SMTP_URL')
  let cookie = ''
  const post = (path: string, body: object) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', origin: url, cookie },
      body: JSON.stringify(body),
    })
  const organisation = {
    organisation: 'Northwind',
    timeZone: 'Europe/Berlin',
    email: 'dana@northwind.example',
  }
  const founded = await post('/setup', { token: /#(\S+)/.exec(server.out)![1]!, ...organisation })
  cookie = founded.headers.getSetCookie()[0]!.split(';')[0]!
  const idOf = async (answer: Response) => ((await answer.json()) as { id: string }).id
  await post(`/roster/imports/${await idOf(await post('/roster/imports', { roster }))}/application`, {})
  await post(`/rounds/${await idOf(await post('/rounds', {}))}/opening`, {})

  const page = await browser.newPage({ viewport: { width: 900, height: 780 } })
  await page.goto(`${url}/answer#${await invitation(join(environment.DATA_DIR, 'outbox'))}`)
  await page.getByText('The 9 people').click()
  await page.screenshot({ path: 'docs/screenshots/answer.png' })
}

async function invitation(outbox: string): Promise<string> {
  for (const file of readdirSync(outbox).filter((one) => one.endsWith('.eml'))) {
    // A long line is broken where quoted-printable breaks it.
    const token = /answer#([\w-]{43})/.exec(readFileSync(join(outbox, file), 'utf8').replace(/=\r?\n/g, ''))
    if (token) return token[1]!
  }
  await new Promise((resolve) => setTimeout(resolve, 100))
  return invitation(outbox)
}

async function placeFor(name: string) {
  const PORT = String(await freePort())
  const [DATA_DIR, KEY_DIR] = [join(directory, name, 'data'), join(directory, name, 'keys')]
  return { environment: { PORT, DATA_DIR, KEY_DIR }, url: `http://localhost:${PORT}` }
}
