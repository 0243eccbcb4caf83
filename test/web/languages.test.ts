import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualPlaces } from '#server/questionnaire/places.ts'
import { catalogues } from '#views/messages/catalogues.ts'
import { Company } from '../attacks/company.ts'
import { doors, type Door } from '../attacks/doors.ts'
import { startForeign, type Foreign } from '../helpers/foreign.ts'
import { outside, patternsOf, pseudo, unmarked } from '../helpers/pseudo.ts'

let foreign: Foreign
let company: Company

beforeAll(async () => {
  foreign = await startForeign()
  const { safe, dana } = foreign
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  await safe.minute()
  company = await Company.found({ en: pseudo(catalogues.en) })
}, 60_000)
afterAll(async () => {
  await foreign.stop()
  await company.safe.stop()
})

test('the search finds what no catalogue said', () => {
  for (const planted of [
    '<p>Hello</p>',
    '<p>⟦Hello⟧ there</p>',
    '<a title="More">⟦x⟧</a>',
    '<p>2 November 2026</p>',
    '<p>⟦Due ⟦on⟧ it⟧ now</p>',
  ])
    expect([planted, ...said(unmarked(planted))]).toHaveLength(2)
  expect(said(unmarked('<p>⟦Hello ⟦Dana⟧⟧, Dana: 2. marraskuuta 2026</p>'))).toEqual([])
})

test('whatever a page says comes from the catalogue of its language', () => {
  expect([...foreign.pages.keys()]).toEqual(
    expect.arrayContaining(['/', '/people', '/rounds', '/questions', '/settings']),
  )
  const escaped = [...foreign.pages].flatMap(([path, html]) =>
    said(unmarked(html)).map((text) => `${path}: ${text}`),
  )
  expect(escaped).toEqual([])
})

test('and so does every letter', () => {
  expect(foreign.safe.letters.length).toBeGreaterThan(16)
  const escaped = foreign.safe.letters.flatMap(({ html, subject, text }) =>
    said([...unmarked(html), outside(subject), ...outside(text).split('\n')]),
  )
  expect([...new Set(escaped)]).toEqual([])
})

test('and whatever is behind any door, for a person', async () => {
  const escaped = new Set<string>()
  let pages = 0
  for (const door of doors.filter(({ address }) => !address.endsWith('/events')))
    for (const role of oneOfEachAnswer(door)) {
      const { headers, body } = await knock(door, role, 'text/html')
      const type = String(headers['content-type'])
      if (type.startsWith('text/html')) pages++
      const texts = type.startsWith('text/html')
        ? unmarked(body)
        : type.startsWith('text/markdown')
          ? outside(body).split('\n')
          : []
      for (const text of said(texts)) escaped.add(`${door.method} ${door.address}: ${text}`)
    }
  expect(pages).toBeGreaterThan(100)
  expect([...escaped]).toEqual([])
})

test('or for a script', async () => {
  const told: string[] = []
  for (const door of doors.filter(({ address }) => !/\/events$|^\/answering\//.test(address)))
    for (const role of oneOfEachAnswer(door)) {
      const response = await knock(door, role, 'application/json')
      if (response.statusCode < 400) continue
      const { message, fields } = response.json<{ message?: string; fields?: Record<string, string> }>()
      told.push(...[message, ...Object.values(fields ?? {})].filter((text) => text !== undefined))
    }
  expect(told.length).toBeGreaterThan(20)
  expect(told.filter((text) => !/^⟦[^]*⟧$/.test(text))).toEqual([])
})

/** One role for each status there is. */
const oneOfEachAnswer = ({ answers }: Door) =>
  new Map([...answers].map(([role, { status }]) => [status, role])).values()

async function knock({ method, address, body }: Door, role: Parameters<Company['send']>[0], accept: string) {
  const url = await company.fill(address, true)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  if (method === 'GET') return company.send(role, { method, url, headers: { accept } })
  const payload = await company.fill(body)
  return company.send(role, { method, url, headers: { accept, ...form }, payload })
}

/** Names and addresses, and what a questionnaire says, which is written in languages of its own. */
const typed = [
  'Acme',
  '^(?:email|team)$',
  'Dana|Max|Mona|Fay|Flo|nightly|Said-in-Payments|email,team|x,',
  'AI helped, AI hurt, we could try',
  'Eng|Ops|Office|Payments|Ledger|Support|Person \\w+',
  '[\\w-]+@acme.example',
  '[A-Z]\\w+(?:\\/[\\w+-]+)+|UTC|CSV|JSON',
  'Round of [\\d-]+|Team \\d|a{26}|https?:\\S+|localhost:\\S+|[A-Z2-7]{4}(?: [A-Z2-7]+)+|[a-z2-7-]{26,}',
  '[A-Z0-9]{4}-[A-Z0-9]{4}',
  ...patternsOf(usualPlaces.map(({ question: { id, text } }) => [id, text.en])),
]
const month = '(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)(?:kuu(?:ta)?)?'
/** Of days and moments, which are written as the catalogue's locale wants it. */
const weekday = '(?:maanan|tiis|keskiviikko|tors|perjan|lauan|sunnun)(?:tai)?'
const dates = `^${weekday}$|^(?:ma|ti|ke|to|pe|la|su) \\d+\\.\\d+\\.$|(?:(?:ma|ti|ke|to|pe|la|su) )?(?:\\d+\\. )?${month} \\d{4}(?: klo [\\d.]+ UTC\\+\\d)?|^${month}$`
const data = new RegExp([...typed.toSorted((a, b) => b.length - a.length), dates].join('|'), 'g')

const said = (texts: string[]): string[] => texts.filter((text) => /\p{L}/u.test(text.replace(data, '')))
