import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chance } from '#server/sample/chance.ts'
import { type TestApp, type Visitor } from '../helpers/app.ts'
import { facilitator, retroTeams } from '../helpers/boards.ts'
import { teamIds } from '../helpers/pages.ts'
import { publishRound } from '../helpers/published.ts'

const seed = Number(process.env['ATTACK_SEED'] ?? randomInt(2 ** 31))
console.info(`told rightly: ATTACK_SEED=${seed}`)

let safe: TestApp
let lead: Visitor
let team: string
/** The newest first: of each month what was told then. */
let months: string[]

const looks = 8
/** A month in which every question goes half the way round, so that it always has something new to say. */
const surprising = 11

/** Fourteen months in which every question goes its own way, now and then with a jump. */
beforeAll(async () => {
  safe = await retroTeams()
  team = (await teamIds(safe)).get('Payments')!
  const chance = new Chance(seed, 'told rightly')
  const shares = new Map<string, number>()
  for (let month = 0; month < 14; month++) {
    await publishRound(safe.context.store, {
      closesAt: new Date(Date.UTC(2025, 8 + month, 20)),
      units: [{ teamIds: [team], path: [], invited: 60 }],
      histogram({ key, bands }, ballots) {
        const before = shares.get(key) ?? chance.next()
        const jump = chance.next() < 0.15 ? chance.next() - 0.5 : 0
        const share = month === surprising ? (before + 0.5) % 1 : Math.min(1, Math.max(0, before + jump))
        shares.set(key, share)
        const good = bands.findIndex((band) => ['favourable', 'high', 'helped'].includes(band))
        const other = bands.findIndex((band) => ['unfavourable', 'low', 'hurt'].includes(band))
        const counts = bands.map(() => 0)
        for (let person = 0; person < ballots; person++)
          counts[chance.next() < share ? good : chance.next() < 0.3 && bands.length > 2 ? 2 : other]!++
        return counts
      },
    })
  }
  lead = await safe.signIn(facilitator)
  months = [...(await lead.get('/results')).body.matchAll(/\/rounds\/([^/"]+)\/results"/g)].map(
    ([, id]) => id!,
  )
})
afterAll(() => safe.stop())

/** "≈ 47 %", "under 5 %", "69–77 %", "46 %": the middle of what is said. */
function said(figure: string): number {
  if (figure.startsWith('under')) return 2.5
  const numbers = figure.match(/\d+/g)!.map(Number)
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

const figure = String.raw`((?:≈\s|under\s)?\d+(?:–\d+)?\s%)`
const claim = new RegExp(
  `(is rising|is falling|leans up|leans down|[Mm]ore say “[^”]+”|[Ff]ewer say “[^”]+”):? ${figure} in the months before [^,]+, ${figure} since`,
  'g',
)
const up = /^(is rising|leans up|more say)/i
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ')

function expectNoContradiction(page: string, where: string): number {
  const claims = [...plain(page).matchAll(claim)]
  for (const [sentence, word, before, since] of claims) {
    const went = said(since!) - said(before!)
    expect([where, sentence, up.test(word!) ? went > 0 : went < 0]).toEqual([where, sentence, true])
  }
  return claims.length
}

const wordsOf = (page: string) =>
  new Map(
    [...page.matchAll(/<tbody id="asked-([\w-]+)">(.*?)<\/tbody>/gs)].map(([, key, row]) => [
      key!,
      /(rising|falling|leans up|leans down|steady|no more than chance)</.exec(row!)?.[1] ?? '',
    ]),
  )

test('no word of direction contradicts the figures beside it: overview, opened rows, signals and kit of every month', async () => {
  let claims = 0
  for (const round of months.slice(0, looks)) {
    const at = `/overview/${team}?round=${round}`
    const page = (await lead.get(at)).body
    claims += expectNoContradiction(page, at)
    const words = wordsOf(page)
    expect(words.size).toBeGreaterThan(9)
    for (const [key, word] of words) {
      if (!/rising|falling|leans/.test(word)) continue
      const opened = (await lead.get(`${at}&open=${key}`)).body
      const row = new RegExp(`<tbody id="asked-${key}">.*?</tbody>`, 's').exec(opened)![0]
      expect([key, plain(row)]).toEqual([key, expect.stringMatching(new RegExp(`(is )?${word}: `))])
      claims += expectNoContradiction(row, `${at}&open=${key}`)
    }
    // A signal says falling of nothing that its row does not.
    for (const signal of page.split('<div class="signal">').slice(1)) {
      const [, name] = /Fewer say “(.+?)” since/.exec(signal)!
      const row = page
        .split('<tbody ')
        .slice(1)
        .find((one) => unquoted(one).includes(unquoted(name!)))
      expect([name, row]).toEqual([name, expect.stringContaining('▼ falling')])
    }
    claims += expectNoContradiction(
      (await lead.get(`/teams/${team}/kit?round=${round}`)).body,
      `kit ${round}`,
    )
  }
  expect(claims).toBeGreaterThan(5)
})

test('the share on the overview is that of the heatmap and of the results of the same month', async () => {
  for (const round of months.slice(0, looks)) {
    const overview = (await lead.get(`/overview/${team}?round=${round}`)).body
    const { figures } = (await lead.get(`/heatmap/${team}/heatmap.json?round=${round}`)).json() as {
      figures: { figure: string; low: number | null }[]
    }
    const shades = new Map(figures.map((one) => [one.figure, one.low]))
    const rows = [...overview.matchAll(/<tbody id="asked-([\w-]+)">.*?<b title="(\d+)/gs)]
    expect(rows.length).toBeGreaterThan(9)
    for (const [, key, low] of rows)
      expect([key, Math.round(100 * shades.get(key!)!)]).toEqual([key, Number(low)])
  }
})

/** "+14", "\u2248 \u22123", "\u22122 to +5": which way a change went for certain; 0 where it did not, or either way. */
function wayOf(change: string): number {
  const ends = change
    .replace('\u2248', '')
    .split(' to ')
    .map((one) => Math.sign(Number(one.trim().replace('\u2212', '-'))))
  return ends.every((end) => end === ends[0]) ? ends[0]! : 0
}

/** Of the team, as the map of changes shows it: by question. */
function changesOn(page: string): Map<string, string> {
  const [table] = /<table class="heat">.*?<\/table>/s.exec(page)!
  const keys = [...table.matchAll(/&amp;sort=([\w-]+)"/g)].map(([, key]) => key!)
  const row = table.split('<tr>').find((one) => one.includes(`href="/overview/${team}"`))!
  const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => plain(cell!).trim())
  expect(cells).toHaveLength(keys.length)
  return new Map(keys.map((key, n) => [key, cells[n]!]))
}

interface Figure {
  figure: string
  low: number | null
  high: number | null
}
const figuresOf = async (round: string) =>
  new Map(
    ((await lead.get(`/heatmap/${team}/heatmap.json?round=${round}`)).json().figures as Figure[]).map(
      (one) => [one.figure, one],
    ),
  )

test('no sign of a change contradicts the figures of the two months, nor what the overview says since the month before', async () => {
  let signs = 0
  let sentences = 0
  for (const [n, round] of months.slice(0, looks).entries()) {
    const changes = changesOn((await lead.get(`/heatmap/${team}?round=${round}&show=change`)).body)
    const [now, before] = [await figuresOf(round), await figuresOf(months[n + 1]!)]
    const overview = (await lead.get(`/overview/${team}?round=${round}`)).body
    for (const [key, change] of changes) {
      const [then, today] = [before.get(key)!, now.get(key)!]
      if (then.low === null || today.low === null) {
        expect([key, change]).toEqual([key, expect.stringMatching(/^\u2013/)])
        continue
      }
      const way = wayOf(change)
      if (way > 0) expect([key, change, today.low > then.high!]).toEqual([key, change, true])
      if (way < 0) expect([key, change, today.high! < then.low]).toEqual([key, change, true])
      if (way === 0) expect(Math.max(today.low - then.high!, then.low - today.high!)).toBeLessThan(0.006)
      const row = new RegExp(`<tbody id="asked-${key}">.*?</tbody>`, 's').exec(overview)![0]
      const moved = plain(/<td class="number latest">(.*?)<\/td>/.exec(row)![1]!)
      if (way !== 0) expect([key, change, Math.sign(way * wayOf(moved))]).not.toEqual([key, change, -1])
      signs += Math.abs(way)
    }
    const named = new Map(
      [...overview.matchAll(/<tbody id="asked-([\w-]+)">.*?aria-expanded[^>]*>([^<]+)</gs)].map(
        ([, key, name]) => [name!, key!],
      ),
    )
    const latest = /<p class="lead">(.*?)<\/p>/s.exec(overview)?.[1] ?? ''
    for (const [name, key] of named)
      for (const [word, way] of [
        ['more say', 1],
        ['fewer say', -1],
      ] as const)
        if (unquoted(latest).includes(`${word} “${unquoted(name)}” (`)) {
          expect([latest, wayOf(changes.get(key)!)]).toEqual([latest, way])
          sentences++
        }
  }
  expect(signs).toBeGreaterThan(20)
  expect(sentences).toBeGreaterThan(0)
})

/** However deep a name stands in quotation marks. */
const unquoted = (text: string): string => text.replaceAll('‘', '“').replaceAll('’', '”')

/** "84 to 88 %", "46 %", "under 5 %": both ends. */
function endsOf(figure: string): [number, number] {
  const [low, high = low] = figure.match(/\d+/g)!.map(Number)
  return [low!, high!]
}

test('the sentence of a gap says no other distance and no other way than the figures beneath it; where one is missing it says so', async () => {
  let told = 0
  for (const round of months.slice(0, looks)) {
    const { body } = await lead.get(`/gaps/${team}?round=${round}`)
    const sections = body.split('<section class="item">').slice(1)
    expect(sections).toHaveLength(5)
    for (const section of sections) {
      const [sentence, ...more] = [...section.matchAll(/<p class="lead">(.*?)<\/p>/g)].map((found) =>
        plain(found[1]!),
      )
      expect([sentence, more]).toEqual([expect.stringMatching(/^\S[^.]*\.$/), []])
      const [first, second] = [...section.matchAll(/<strong>(.*?)<\/strong>/g)].map((found) =>
        plain(found[1]!),
      )
      if (first === 'no figure' || second === 'no figure') {
        expect(sentence).toMatch(/^No .* so this gap cannot be told\.$/)
        continue
      }
      const [[low, high], [otherLow, otherHigh]] = [endsOf(first!), endsOf(second!)]
      const [now] = sentence!.split(': ')[1]!.split(/; in|, about as|, as in|, and a range|, \d/)
      const ahead = /with (trust|help) ahead/.test(now!)
      const ends = ahead ? [otherLow - high, otherHigh - low] : [low - otherHigh, high - otherLow]
      if (now!.includes('apart')) {
        const points = endsOf(now!)
        // Each of the two is rounded by itself.
        expect([sentence, Math.abs(points[0] - ends[0]!) <= 1, Math.abs(points[1] - ends[1]!) <= 1]).toEqual([
          sentence,
          true,
          true,
        ])
      } else expect([sentence, ends[0]! <= 1 && ends[1]! >= -1]).toEqual([sentence, true])
      told++
    }
  }
  expect(told).toBeGreaterThan(looks)
})
