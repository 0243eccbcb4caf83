import { Chance } from '#server/sample/chance.ts'
import { add } from '../../server/disclosure/add.ts'
import { code } from '../../server/disclosure/code.ts'
import type { Comparison } from '../../server/insights/verdicts/verdicts.ts'
import { bands } from '../publishing/company.ts'

export const threshold = 5

/** How a question is answered when nothing happens: the share of answers at each level. */
export const shapes = {
  even: [0.1, 0.2, 0.4, 0.2, 0.1],
  good: [0.05, 0.1, 0.2, 0.4, 0.25],
  divided: [0.25, 0.2, 0.1, 0.2, 0.25],
  bad: [0.3, 0.4, 0.15, 0.1, 0.05],
  'nearly all': [0.02, 0.03, 0.05, 0.3, 0.6],
}

/** A page of ten questions, each shape twice. */
export const page = [...Object.values(shapes), ...Object.values(shapes)]

export interface Team {
  /** Invited in both waves. */
  people: number
  /** Answers in each wave, by people drawn anew in each. */
  answers: number
  /** Part of the variance of opinions that stays with a person; the rest is new each month. */
  stays: number
  /** Part of the team that is replaced by others between the waves. */
  joiners?: number
  /** Standard deviation of what moves everybody's opinion of one question alike in one month. */
  shock?: number
  /** How far everybody's opinion moves for good, in standard deviations. */
  shift?: number
}

/**
 * Two unlinked waves of one team. An opinion is a normal variable cut into five levels; three tenths of what is
 * stable, and of what is not, is a mood that all of a person's questions share. Only codes are returned.
 */
export function simulated(team: Team, chance: Chance, questions: number[][] = page): Comparison[] {
  const shock = () => (team.shock ? team.shock * chance.normal() : 0)
  const stable = Array.from({ length: team.people }, () => opinions(questions, chance))
  const earlier = wave(team, stable, questions, questions.map(shock), chance)
  for (let person = 0; person < Math.round((team.joiners ?? 0) * team.people); person++)
    stable[person] = opinions(questions, chance)
  const moved = questions.map(() => shock() + (team.shift ?? 0))
  const later = wave(team, stable, questions, moved, chance)
  return questions.map((_, question) => ({ from: earlier[question]!, to: later[question]! }))
}

function wave(team: Team, stable: number[][], questions: number[][], moved: number[], chance: Chance) {
  const histograms = questions.map(() => [0, 0, 0, 0, 0])
  const limits = questions.map(limitsOf)
  const [old, fresh] = [Math.sqrt(team.stays), Math.sqrt(1 - team.stays)]
  for (const person of drawn(team.answers, stable, chance)) {
    const wobble = opinions(questions, chance)
    for (const [question, histogram] of histograms.entries()) {
      const opinion = old * person[question]! + fresh * wobble[question]! + moved[question]!
      histogram[levelOf(opinion, limits[question]!)]!++
    }
  }
  return histograms.map((histogram) => ({
    sum: add([code(histogram, bands, threshold)], bands),
    invited: team.people,
  }))
}

function opinions(questions: number[][], chance: Chance): number[] {
  const mood = Math.sqrt(0.3) * chance.normal()
  return questions.map(() => mood + Math.sqrt(0.7) * chance.normal())
}

function drawn<T>(count: number, all: T[], chance: Chance): T[] {
  const left = [...all]
  for (let place = 0; place < count; place++) {
    const other = place + Math.floor(chance.next() * (left.length - place))
    ;[left[place], left[other]] = [left[other]!, left[place]!]
  }
  return left.slice(0, count)
}

function levelOf(opinion: number, limits: number[]): number {
  let level = 0
  while (level < limits.length && opinion > limits[level]!) level++
  return level
}

const known = new Map<number[], number[]>()

function limitsOf(shape: number[]): number[] {
  if (!known.has(shape)) {
    let below = 0
    known.set(
      shape,
      shape.slice(0, -1).map((share) => quantile((below += share))),
    )
  }
  return known.get(shape)!
}

/** By halving, and by the chance of a sum of many draws: nothing of what is tested is used to test it. */
function quantile(share: number): number {
  let [low, high] = [-6, 6]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (chanceUnder(middle) < share) low = middle
    else high = middle
  }
  return low
}

function chanceUnder(z: number): number {
  const steps = 2000
  let sum = 0
  for (let step = 0; step < steps; step++) {
    const x = -8 + ((z + 8) * (step + 0.5)) / steps
    sum += Math.exp((-x * x) / 2)
  }
  return (sum * (z + 8)) / steps / Math.sqrt(2 * Math.PI)
}
