import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCompany, type Opened } from '../helpers/attacks.ts'

/** What the promise does not cover must be read where it is given, by anybody and before anything is answered. */
let company: Opened
let page: string
beforeAll(async () => {
  company = await openCompany({ Payments: 8 }, [], { threshold: 6 })
  const { safe, id } = company
  const response = await safe.visitor().get(`/rounds/${id}/promise`)
  expect(response.statusCode).toBe(200)
  page = asRead(response.body)
})
afterAll(() => company.safe.stop())

const asRead = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/&#39;|’/g, "'")
    .replace(/\s+/g, ' ')

const limits: [limit: string, phrases: (string | RegExp)[]][] = [
  [
    'a live operator',
    [
      'watches the network',
      'serves altered code',
      'takes database and keys during the round',
      'order of arrival',
    ],
  ],
  [
    'a copy of the keys',
    ['kept a copy of the key directory', "provided nobody kept a copy of the round's keys"],
  ],
  ['an administrator', ['invents colleagues', 'signs tickets for himself']],
  [
    'colleagues',
    [
      'colleagues who pool their own answers',
      /one person who alone disagreed, who can tell that the others agreed/,
    ],
  ],
  ['an open round', ['while a round is open, anybody who holds the database sees who took a ticket']],
  ['full turnout', ['in which everyone answered shows that everyone did']],
  ['style', ['writing style in a remark']],
  ['month to month', [/month-to-month.*one joiner or leaver/]],
  ['bands', ['It may show that nobody chose some band']],
]

test.each(limits)('the page of the promise states the limit: %s', (_limit, phrases) => {
  const [, after] = page.split('Where it ends')
  expect(after).toBeDefined()
  for (const phrase of phrases)
    expect(page).toEqual(expect.toSatisfy((text: string) => text.search(phrase) >= 0, String(phrase)))
})

test('the six promises stand on the same page, with the threshold of the round', () => {
  const promises = [
    /After the round has closed nobody can tell which answers are yours/,
    /Before it closes, the database and its backups alone read no answer/,
    /No result stands for fewer than 6 people/,
    /determines the answers of a group under 6, or proves that everybody in a group answered alike/,
    /No page, export, message or mail log tells anyone who has not answered\. Nothing is shown before the close/,
    /check that your answers were counted, see the names of the people you are counted with, and see who opened/,
  ]
  for (const promise of promises) expect(page).toMatch(promise)
})

test('it names the fingerprint of the round, which is that of the manifest and of the invitation', async () => {
  const { safe, dana, id } = company
  const { fingerprint } = (await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json()
  expect(fingerprint).toMatch(/^[a-z2-7]{26}$/)
  expect(page).toContain(fingerprint)
  for (const { text } of safe.letters) expect(text).toContain(fingerprint)
})
