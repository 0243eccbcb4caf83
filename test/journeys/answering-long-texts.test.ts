import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { catalogues } from '#views/messages/catalogues.ts'
import { bundleAnswering } from '../../public/answering/build.ts'
import { FakeServer } from '../answering/fake-server.ts'
import { answer, onAPhone, press } from '../answering/phone.ts'
import { patternsOf, pseudo, unmarked } from '../helpers/pseudo.ts'

/** The app with its catalogues in the pseudo-language. */
const pseudoTexts: Plugin = {
  name: 'pseudo-texts',
  setup({ onLoad }) {
    const helper = JSON.stringify(fileURLToPath(new URL('../helpers/pseudo.ts', import.meta.url)))
    onLoad({ filter: /messages\.en\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      const [, name] = /export const (\w+) = \{/.exec(source)!
      const texts = source.replace(`export const ${name} =`, 'const texts =')
      const contents = `import { longer } from ${helper}\n${texts}\nexport const ${name} = longer(texts)`
      return { contents, loader: 'ts', resolveDir: dirname(path) }
    })
  },
}

onAPhone('an engineer whose language has longer words', (phone) => {
  test('reads nothing that is not of the catalogue, and scrolls only downwards', async () => {
    const files = await bundleAnswering([pseudoTexts])
    const server = await new FakeServer((name) => files.get(name)!, { en: pseudo(catalogues.en) }).listen()
    const device = await phone.newDevice({ viewport: { width: 320, height: 640 } })
    const page = await device.newPage()
    const link = server.invite()
    await page.goto(link)
    await page.getByRole('button', { name: 'Start' }).waitFor()
    await look(page, server)
    await answer(page)
    await look(page, server)
    await page.getByLabel('When did AI help').fill('Ada wrote to ada@acme.example about PAY-17.')
    await press(page, 'Hand in my answers')
    await page.locator('.fault', { hasText: 'Please choose' }).waitFor()
    await look(page, server)
    await page.getByRole('radio', { name: 'The organisation' }).last().check()
    await page.getByLabel('When did AI help').fill('')
    await press(page, 'Hand in my answers')
    await page.locator('#receipt').waitFor()
    await look(page, server)

    const elsewhere = await (await phone.newDevice({ viewport: { width: 320, height: 640 } })).newPage()
    for (const address of [link, `${server.origin}/answer#nobodys`, `${server.origin}/answer`]) {
      await elsewhere.goto('about:blank')
      await elsewhere.goto(address)
      await elsewhere.locator('h1', { hasNotText: 'One moment' }).waitFor()
      await look(elsewhere, server)
    }
    await server.close()
  })
})

async function look(page: Page, { round }: FakeServer) {
  await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))')
  const html = (await page.content()).replace(/<code\b.*?<\/code>/gs, '')
  const { unit, pooled, questions, ownQuestions, actions = [] } = round.invitation
  const wordings = [...questions, ...ownQuestions].map(({ text }) => text)
  const decided = actions.map(({ team, text, reason }) => [team, text, reason])
  const { name, organisation } = round.manifest
  const written = patternsOf([unit, pooled, wordings, decided, name, organisation])
  const moment = '\\w+day, November \\d+ at [\\d:]+.[AP]M Central European Standard Time'
  const longestFirst = [...written, moment].toSorted((a, b) => b.length - a.length)
  const data = new RegExp(longestFirst.join('|'), 'g')
  const escaped = unmarked(html).filter((text) => /\p{L}/u.test(text.replace(data, '')))
  const width = await page.evaluate('document.documentElement.scrollWidth')
  expect({ escaped, width }).toEqual({ escaped: [], width: 320 })
}
