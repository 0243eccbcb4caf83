import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n')

test('every link in the documents leads to a file, and to a heading where it names one', () => {
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => !leadsSomewhere(page, link))
      .map((link) => `${page}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('from the index one comes to every document, decisions included', () => {
  const index = new Set(linksOf('docs/README.md').map((link) => join('docs', link.split('#')[0]!)))
  const documents = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md')
  expect(documents.filter((page) => !index.has(page))).toEqual([])
})

function linksOf(page: string): string[] {
  const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path, heading] = link.split('#')
  const file = path === '' ? page : join(dirname(page), path!)
  return existsSync(file) && (heading === undefined || headingsOf(file).includes(heading))
}

/** As GitHub names them, and those that are named by hand. */
const headingsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$|<a id="([^"]+)">/gm)].map(
    ([, heading, id]) => id ?? slug(heading!),
  )

const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
