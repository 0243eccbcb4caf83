import { describe, expect, test } from 'vitest'
import { Chance } from '#server/sample/chance.ts'
import { judge, type Judgement } from '../../server/insights/verdicts/verdicts.ts'
import { changedAfterAYear, fivePoints, monthsOf, questions, type Team } from './team-years.ts'

/**
 * Team-years: a year of history, then a year of monthly looks at ten questions. The seed is fixed, so that the tables of
 * docs/verdicts.md can be had again (`npm run simulate`): VERDICT_SEED tries others, VERDICT_YEARS more or fewer.
 */
const seed = Number(process.env['VERDICT_SEED'] ?? 20261127)
const years = Number(process.env['VERDICT_YEARS'] ?? 40)
const promised = 0.05
/** Three standard errors of a share of 5 %, which a run of this size may lie above it. */
const sampling = 3 * Math.sqrt((promised * (1 - promised)) / years)

console.info(`verdicts: seed ${seed}, ${years} team-years for each line`)

const team = (answers: number, more: Partial<Team> = {}): Team => ({
  people: Math.round(answers / 0.8),
  answers,
  stays: 0.5,
  ...more,
})

describe('when nothing has changed', () => {
  test.each([5, 7, 10, 15, 25, 50, 100, 200])(
    'of twenty teams at most one is told a false word in a year: %i answers',
    (answers) => {
      const alike = look(team(answers))
      const apart = look(team(answers, { shock: fivePoints }))
      report(`${answers} answers`, { 'months alike': alike, 'months 5 points apart': apart })
      expect(alike.years).toBeLessThanOrEqual(promised + sampling)
      expect(apart.years).toBeLessThanOrEqual(promised + sampling)
      expect(alike.leaning).toBeLessThanOrEqual(0.02)
      expect(apart.leaning).toBeLessThanOrEqual(0.03)
    },
  )

  test.each([10, 25, 100])('nor in its first year, of which little is known: %i answers', (answers) => {
    const apart = look(team(answers, { shock: fivePoints }), 0)
    report(`${answers} answers, first year`, { 'months 5 points apart': apart })
    expect(apart.years).toBeLessThanOrEqual(promised + sampling)
  })

  test.each([10, 25, 100])('what happens where the model is wrong is told: %i answers', (answers) => {
    const everybody = { people: answers }
    const leaving = look(team(answers, { ...everybody, leaving: 0.02 }))
    expect(leaving.years).toBeLessThanOrEqual(promised + 2 * sampling)
    if (!process.env['VERDICT_TABLES']) return
    const shock = 2 * fivePoints
    report(`${answers} answers`, {
      'everybody answers, a fiftieth leaves a month': leaving,
      'everybody answers, a quarter stays': look(team(answers, { ...everybody, stays: 0.25 })),
      'everybody answers, nothing stays': look(team(answers, { ...everybody, stays: 0 })),
      'months of one question in ten 10 points apart': look(team(answers, { shock, onlyOne: true })),
      'months of each question 10 points apart': look(team(answers, { shock })),
    })
  })
})

describe('when something has changed for good', () => {
  /** By which round four of five such changes are told, among ten questions; the aims are those of the decision. */
  test.each([
    { answers: 8, change: 0.5, by: 4 },
    { answers: 10, change: 0.4, by: 6 },
    { answers: 10, change: 0.5, by: 3 },
    { answers: 15, change: 0.5, by: 2 },
    { answers: 25, change: 0.3, by: 4 },
    { answers: 25, change: 0.4, by: 2 },
    { answers: 50, change: 0.3, by: 3 },
    { answers: 100, change: 0.2, by: 5 },
  ])('a change of $change is told by round $by: $answers answers', ({ answers, change, by }) => {
    expect(toldBy({ answers, change, sd: 0 }, by)).toBeGreaterThan(0.75)
  })

  test('what n people can show, and how soon', () => {
    if (!process.env['VERDICT_TABLES']) return
    for (const answers of [8, 10, 15, 25, 50, 100, 200])
      for (const sd of [0, 0.05]) {
        const line = [0.2, 0.3, 0.4, 0.5].map((change) => {
          const rounds = [1, 2, 3, 4, 5, 6, 7, 8]
          const first = rounds.find((by) => toldBy({ answers, change, sd }, by) >= 0.8)
          return `${change * 100} points by round ${first ?? 'none of 8'}`
        })
        console.info(`${answers} answers, months ${sd * 100} points apart: ${line.join('; ')}`)
      }
  })
})

interface Seen {
  /** Share of the team-years in which anything was called rising or falling. */
  years: number
  /** Share of the questions of a look that lean. */
  leaning: number
  steady: number
}

const isMove = (judgement: Judgement | null): boolean =>
  judgement !== null &&
  [judgement.lasting, judgement.latest].some(({ word }) => word === 'rising' || word === 'falling')

/** @param before months of history before the year of looks */
function look(one: Team, before = 12): Seen {
  const chance = new Chance(seed, one.answers, JSON.stringify(one))
  const seen = { years: 0, leaning: 0, steady: 0 }
  const looks = 12 * questions * years
  for (let year = 0; year < years; year++) {
    const months = monthsOf(one, before + 12, chance)
    let isFalse = false
    for (let now = before; now < before + 12; now++) {
      const judged = judge(months.map((waves) => waves.slice(Math.max(0, now - 12), now + 1)))
      isFalse ||= judged.some(isMove)
      const words = judged.map((judgement) => judgement?.lasting.word ?? '')
      seen.leaning += words.filter((word) => word.startsWith('leans')).length / looks
      seen.steady += words.filter((word) => word === 'steady').length / looks
    }
    if (isFalse) seen.years += 1 / years
  }
  return seen
}

const tries = Number(process.env['VERDICT_TRIES'] ?? 100)

/** How often a lasting fall has been told by so many rounds after it, beside nine questions that nothing happens to. */
function toldBy(change: { answers: number; change: number; sd: number }, rounds: number): number {
  const chance = new Chance(seed, change.answers, JSON.stringify(change))
  let told = 0
  for (let one = 0; one < tries; one++) {
    const page = Array.from({ length: questions }, (_, question) =>
      changedAfterAYear(question === 0 ? change : { ...change, change: 0 }, rounds, chance),
    )
    const isTold = Array.from({ length: rounds }, (_, round) =>
      page.map((waves) => waves.slice(round, 13 + round)),
    ).some((seen) => judge(seen)[0]?.lasting.word === 'falling')
    if (isTold) told++
  }
  return told / tries
}

function report(what: string, seen: Record<string, Seen>) {
  if (!process.env['VERDICT_TABLES']) return
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  for (const [how, { years: told, leaning, steady }] of Object.entries(seen))
    console.info(
      `${what}, ${how}: a false word in ${percent(told)} of years; ${percent(leaning)} lean, ${percent(steady)} steady`,
    )
}
