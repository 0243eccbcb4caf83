import { afterAll, beforeAll, expect, test } from 'vitest'
import { pulse, safety } from '#server/questionnaire/default-questions.ts'
import { startForeign, type Foreign } from '../helpers/foreign.ts'
import { unmarked } from '../helpers/pseudo.ts'

let company: Foreign

beforeAll(async () => {
  company = await startForeign()
  const { safe, dana } = company
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  await safe.minute()
}, 60_000)
afterAll(() => company.stop())

test('whatever a page says comes from the catalogue of its language', () => {
  expect([...company.pages.keys()]).toEqual(
    expect.arrayContaining(['/', '/people', '/rounds', '/questions', '/settings']),
  )
  const escaped = [...company.pages].flatMap(([path, html]) =>
    unmarked(html)
      .filter((text) => !isData(text))
      .map((text) => `${path}: ${text}`),
  )
  expect(escaped).toEqual([])
})

test('and so does every letter', () => {
  expect(company.safe.letters.length).toBeGreaterThan(16)
  const escaped = company.safe.letters.flatMap(({ html }) => unmarked(html).filter((text) => !isData(text)))
  expect([...new Set(escaped)]).toEqual([])
})

/** Names and addresses, and what a questionnaire says, which is written in languages of its own. */
const typed = [
  'Acme',
  'Dana',
  'AI helped, AI hurt, we could try',
  'Eng|Payments|Ledger|Person \\w+',
  '\\w+@acme.example',
  '[A-Z]\\w+(?:\\/[\\w+-]+)+|UTC|[A-Z]{3,4}[\\d]*',
  'Round of [\\d-]+|Team \\d|a{26}|https?:\\S+|[A-Z2-7]{4}(?: [A-Z2-7]+)+|[a-z2-7-]{26,}',
  ...[...pulse, ...safety]
    .flatMap(({ id, text }) => [id, ...allTexts(text.en)])
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
]
/** Of days and moments, which are written as the catalogue's locale wants it. */
const dates =
  '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?:\\d+ )?(?:[A-Z][a-z]{2,8}) \\d{4}(?: at [\\d:]+ CES?T)?|^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)$'
const data = new RegExp([...typed.toSorted((a, b) => b.length - a.length), dates].join('|'), 'g')

const isData = (text: string): boolean => !/\p{L}/u.test(text.replace(data, ''))

function allTexts(text: unknown): string[] {
  if (typeof text === 'string') return [text]
  return typeof text === 'object' && text ? Object.values(text).flatMap(allTexts) : []
}
