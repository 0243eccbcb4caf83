import { describe, expect, test } from 'vitest'
import { Chance } from '#server/sample/chance.ts'
import { smallestChange } from '../../server/insights/verdicts/smallest-change.ts'
import { verdicts, type Verdict } from '../../server/insights/verdicts/verdicts.ts'
import { add } from '../../server/disclosure/add.ts'
import { code } from '../../server/disclosure/code.ts'
import { bands } from '../publishing/company.ts'
import { page, shapes, simulated, type Team } from './simulated.ts'

/**
 * Rounds are pages of ten questions of one team in two months. The seed is fixed, so that the tables of
 * docs/verdicts.md can be had again (VERDICT_TABLES=1): VERDICT_SEED tries others, VERDICT_ROUNDS more or fewer.
 */
const seed = Number(process.env['VERDICT_SEED'] ?? 20261124)
const rounds = Number(process.env['VERDICT_ROUNDS'] ?? 2000)
const level = 0.05
/** Three standard errors of a share of 5 %. */
const sampling = (draws: number) => 3 * Math.sqrt((level * (1 - level)) / draws)

console.info(`verdicts: seed ${seed}, ${rounds} rounds`)

describe('when nothing has changed', () => {
  test.each([5, 7, 10, 15, 25, 50, 100, 200])(
    'at most one page in twenty calls anything rising or falling: %i answers',
    (n) => {
      // Everybody answers, or four in five, or three in five; half of the variance of opinions stays.
      const seen = look(rounds, n, (round) => ({
        people: Math.round(n / [1, 0.8, 0.6][round % 3]!),
        answers: n,
        stays: 0.5,
      }))
      report('nothing changed', n, seen)
      expect(seen.pages).toBeLessThanOrEqual(level)
      for (const alone of seen.alone) expect(alone).toBeLessThanOrEqual(level + sampling(2 * rounds))
    },
    120_000,
  )

  test.each([10, 25, 100, 200])(
    'the same where a tenth of the team is new, or half answer: %i answers',
    (n) => {
      const few = Math.ceil(rounds / 10)
      const joined = look(few, n, () => ({ people: n, answers: n, stays: 0.5, joiners: 0.1 }))
      const half = look(few, n, () => ({ people: 2 * n, answers: n, stays: 0.5 }))
      report('a tenth new', n, joined)
      report('half answer', n, half)
      expect(joined.pages).toBeLessThanOrEqual(level)
      expect(half.pages).toBeLessThanOrEqual(level)
    },
  )

  test.each([10, 25, 100, 200])(
    'a few more where opinions last less than is assumed, one page in seven where none last: %i answers',
    (n) => {
      const some = Math.ceil(rounds / 5)
      const little = look(some, n, () => ({ people: n, answers: n, stays: 0.25 }))
      const nothing = look(some, n, () => ({ people: n, answers: n, stays: 0 }))
      report('a quarter stays', n, little)
      report('nothing stays', n, nothing)
      expect(little.pages).toBeLessThanOrEqual(level + sampling(some))
      expect(nothing.pages).toBeLessThanOrEqual(1 / 7)
    },
  )

  test('a month that moved everybody alike is called a change: the answers did change', () => {
    const moved = (n: number) => {
      const seen = look(300, n, () => ({ people: n, answers: n, stays: 0.5, shock: 0.2 }))
      report('months of their own', n, seen)
      return seen.pages
    }
    expect(moved(100)).toBeGreaterThan(moved(10))
    expect(moved(200)).toBeGreaterThan(0.5)
  })
})

describe('when something has changed', () => {
  const even = Array.from({ length: 10 }, () => shapes.even)

  test.each([
    { n: 15, found: 0.25 },
    { n: 25, found: 0.6 },
    { n: 50, found: 0.95 },
    { n: 100, found: 0.99 },
  ])(
    'most of ten rises of a standard deviation are found, and none called falling: $n answers',
    ({ n, found }) => {
      const team = { people: Math.round(n / 0.8), answers: n, stays: 0.5, shift: 1 }
      const seen = look(200, n, () => team, even)
      report('a rise of one', n, seen)
      expect(seen.rising).toBeGreaterThan(found)
      expect(seen.falling).toBe(0)
    },
  )

  test.each([9, 15, 25, 50, 100, 150])(
    'the smallest change that can be shown is shown in four of five cases, and half of it is not: %i answers',
    (n) => {
      const change = smallestChange(n, null)!
      expect(shownHowOften(n, change)).toBeGreaterThan(0.77)
      expect(shownHowOften(n, change)).toBeLessThan(0.84)
      expect(shownHowOften(n, change / 2)).toBeLessThan(0.45)
    },
  )
})

describe('steady', () => {
  test('is said of most that has not changed from a hundred answers on, and of nothing in a small team', () => {
    const steady = (n: number) =>
      look(200, n, () => ({ people: Math.round(n / 0.8), answers: n, stays: 0.5 })).steady
    expect(steady(100)).toBeGreaterThan(0.5)
    expect(steady(200)).toBeGreaterThan(0.95)
    expect(steady(15)).toBe(0)
  })

  test.each([
    // Levels from 40 to 60 %, and from 70 to 90 %, favourable; the shift is that of the normal quantiles.
    { shape: [0.3, 0.2, 0.1, 0.2, 0.2], shift: 0.5067 },
    { shape: [0.1, 0.1, 0.1, 0.3, 0.4], shift: 0.7572 },
  ])(
    'is on at most one page in twenty if all of ten questions moved by 20 points: $shape',
    ({ shape, shift }) => {
      const questions = Array.from({ length: 10 }, () => shape)
      for (const n of [30, 50, 100, 200]) {
        const pages = Math.ceil(rounds / 10)
        const seen = look(pages, n, () => ({ people: n, answers: n, stays: 0.5, shift }), questions)
        report('20 points', n, seen)
        expect(seen.pagesSteady).toBeLessThanOrEqual(level)
      }
    },
  )
})

interface Seen {
  /** Share of the pages on which anything is called rising or falling, or steady. */
  pages: number
  pagesSteady: number
  /** Share of the verdicts. */
  rising: number
  falling: number
  steady: number
  /** By shape: how often a question looked at alone would be called a change. */
  alone: number[]
}

function look(rounds: number, n: number, team: (round: number) => Team, questions = page): Seen {
  const chance = new Chance(seed, n, JSON.stringify(team(0)))
  const seen = { pages: 0, pagesSteady: 0, rising: 0, falling: 0, steady: 0, alone: [0, 0, 0, 0, 0] }
  for (let round = 0; round < rounds; round++) {
    const told = verdicts(simulated(team(round), chance, questions), level)
    const share = (verdict: Verdict['verdict']) =>
      told.filter((one) => one.verdict === verdict).length / told.length / rounds
    if (share('rising') + share('falling') > 0) seen.pages += 1 / rounds
    if (share('steady') > 0) seen.pagesSteady += 1 / rounds
    seen.rising += share('rising')
    seen.falling += share('falling')
    seen.steady += share('steady')
    for (const [question, { p }] of told.entries())
      if (p <= level) seen.alone[question % 5]! += 5 / told.length / rounds
  }
  return seen
}

function report(what: string, n: number, { pages, pagesSteady, rising, falling, steady, alone }: Seen) {
  if (!process.env['VERDICT_TABLES']) return
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.info(
    `${what}, n = ${n}: on ${percent(pages)} of pages; alone ${alone.map(percent).join(', ')};`,
    `rising ${percent(rising)}, falling ${percent(falling)}, steady ${percent(steady)} (${percent(pagesSteady)} of pages)`,
  )
}

/** One question of two bands, the share favourable around the middle, everybody answering for themselves. */
function shownHowOften(n: number, change: number): number {
  const chance = new Chance(seed, 'shown', n)
  const answers = (share: number) => {
    let top = 0
    for (let person = 0; person < n; person++) if (chance.next() < share) top++
    return { sum: add([code([n - top, 0, 0, 0, top], bands, 5)], bands), invited: null }
  }
  const tries = 3000
  let shown = 0
  for (let round = 0; round < tries; round++) {
    const from = answers((1 - change) / 2)
    if (verdicts([{ from, to: answers((1 + change) / 2) }])[0]!.verdict === 'rising') shown++
  }
  return shown / tries
}
