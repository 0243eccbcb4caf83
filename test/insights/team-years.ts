import { Chance } from '#server/sample/chance.ts'
import { add } from '../../server/disclosure/add.ts'
import { code } from '../../server/disclosure/exact-or-range.ts'
import type { Wave } from '../../server/insights/verdicts/ends.ts'
import { bands } from '../publishing/company.ts'

const threshold = 5

/** How a question is answered when nothing happens: the share of answers at each level. */
const shapes = [
  [0.1, 0.2, 0.4, 0.2, 0.1],
  [0.05, 0.1, 0.2, 0.4, 0.25],
  [0.25, 0.2, 0.1, 0.2, 0.25],
  [0.3, 0.4, 0.15, 0.1, 0.05],
  [0.02, 0.03, 0.05, 0.3, 0.6],
]

/** A page of ten questions, each shape twice. */
export const questions = 10

export interface Team {
  /** Invited every month. */
  people: number
  /** Answers every month, by people drawn anew in each. */
  answers: number
  /** Part of the variance of opinions that stays with a person; the rest is new each month. */
  stays: number
  /** Chance of each person to be replaced by another in a month. */
  leaving?: number
  /** Standard deviation of what moves everybody's opinion of a question alike in one month, in those of opinions. */
  shock?: number
  /** Whether months move the first question alone, and leave the others as they are. */
  onlyOne?: boolean
}

/** So far an opinion goes that a month moves by five points of the share around the middle: 0.05 / 0.4. */
export const fivePoints = 0.13

/**
 * Unlinked months of one team. An opinion is a normal variable cut into five levels; three tenths of what is stable, and
 * of what is not, is a mood that all of a person's questions share. Only codes are returned, by question.
 */
export function monthsOf(team: Team, months: number, chance: Chance): Wave[][] {
  const stable = Array.from({ length: team.people }, () => opinions(chance))
  const found = Array.from({ length: questions }, (): Wave[] => [])
  for (let month = 0; month < months; month++) {
    for (const person of stable.keys())
      if (chance.next() < (team.leaving ?? 0)) stable[person] = opinions(chance)
    for (const [question, histogram] of oneMonth(team, stable, chance).entries())
      found[question]!.push({ sum: add([code(histogram, bands, threshold)], bands), invited: team.people })
  }
  return found
}

function oneMonth(
  { answers, stays, shock = 0, onlyOne = false }: Team,
  stable: number[][],
  chance: Chance,
): number[][] {
  const histograms = Array.from({ length: questions }, () => [0, 0, 0, 0, 0])
  const moved = histograms.map((_, question) =>
    shock && !(onlyOne && question > 0) ? shock * chance.normal() : 0,
  )
  const [old, fresh] = [Math.sqrt(stays), Math.sqrt(1 - stays)]
  for (const person of chance.shuffled(stable).slice(0, answers)) {
    const wobble = opinions(chance)
    for (const [question, histogram] of histograms.entries()) {
      const opinion = old * person[question]! + fresh * wobble[question]! + moved[question]!
      histogram[levelOf(opinion, limits[question % limits.length]!)]!++
    }
  }
  return histograms
}

function opinions(chance: Chance): number[] {
  const mood = Math.sqrt(0.3) * chance.normal()
  return Array.from({ length: questions }, () => mood + Math.sqrt(0.7) * chance.normal())
}

function levelOf(opinion: number, limits: number[]): number {
  let level = 0
  while (level < limits.length && opinion > limits[level]!) level++
  return level
}

const limits = shapes.map((shape) => {
  let below = 0
  return shape.slice(0, -1).map((share) => quantile((below += share)))
})

/** By halving, and by the chance of a sum of many steps: nothing of what is tested is used to test it. */
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
  for (let step = 0; step < steps; step++)
    sum += Math.exp(-((-8 + ((z + 8) * (step + 0.5)) / steps) ** 2) / 2)
  return (sum * (z + 8)) / steps / Math.sqrt(2 * Math.PI)
}

/** Months of one question with a good end and a bad one, whose share changes for good after a year. */
export function changedAfterAYear(
  { answers, change, sd }: { answers: number; change: number; sd: number },
  rounds: number,
  chance: Chance,
): Wave[] {
  return Array.from({ length: 12 + rounds }, (_, month) => {
    const share = 0.5 + (month < 12 ? change / 2 : -change / 2) + sd * chance.normal()
    let top = 0
    for (let person = 0; person < answers; person++)
      if (chance.next() < Math.min(0.98, Math.max(0.02, share))) top++
    const sum = add([code([answers - top, 0, 0, 0, top], bands, threshold)], bands)
    return { sum, invited: Math.round(answers / 0.8) }
  })
}
