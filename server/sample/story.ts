import { Chance } from './chance.ts'
import { showing, troubled } from './company.ts'
import type { SamplePerson } from './people.ts'
import { courses } from './courses.ts'
import { decline, parade, turns } from './turns.ts'

/**
 * Those who have seen much trust it less; those who have seen little feel fine about what they ship, can explain less
 * of it, and worry more.
 */
const byExperience: Record<string, Record<SamplePerson['experience'], number>> = {
  'ship-confidence': { 'under-2': 0.7, 'from-2-to-5': 0.3, 'from-6-to-10': -0.2, 'over-10': -0.7 },
  'understand-shipped': { 'under-2': -1.1, 'from-2-to-5': -0.5, 'from-6-to-10': 0.3, 'over-10': 0.6 },
  'job-worry': { 'under-2': 1.1, 'from-2-to-5': 0.4, 'from-6-to-10': -0.3, 'over-10': -0.5 },
  'hard-things': { 'under-2': -0.5, 'from-2-to-5': -0.2, 'from-6-to-10': 0.1, 'over-10': 0.3 },
  'ai-trust': { 'under-2': 0.3, 'from-2-to-5': 0.1, 'from-6-to-10': -0.1, 'over-10': -0.2 },
}

/** The level an average person would give. */
export function meanLevel(
  question: string,
  { team, experience }: Pick<SamplePerson, 'team' | 'experience'>,
  t: number,
): number {
  const [from, to] = courses[question] ?? [3, 3]
  return (
    from + (to - from) * t + (turns[team]?.[question]?.(t) ?? 0) + (byExperience[question]?.[experience] ?? 0)
  )
}

/** One person's answer in one round: the mean, what this person is like, and what this month was like. */
export function levelOf(question: string, person: SamplePerson, t: number, seed: number): number | null {
  const month = new Chance(seed, person.email, question, t)
  if (month.next() < 0.04) return null
  const like =
    new Chance(seed, person.email, question).normal() * 0.55 +
    new Chance(seed, person.team, question).normal() * 0.15
  const level = Math.round(meanLevel(question, person, t) + like + month.normal() * 0.6)
  return Math.min(5, Math.max(1, level))
}

/** Kinds of work: how likely AI is used for it at all, and then helps. */
const work: Record<string, [used: number, helps: number]> = {
  boilerplate: [0.85, 0.93],
  tests: [0.75, 0.76],
  documentation: [0.7, 0.84],
  debugging: [0.6, 0.58],
  'business-logic': [0.5, 0.46],
  integrations: [0.5, 0.42],
  security: [0.3, 0.22],
  architecture: [0.35, 0.3],
  review: [0.45, 0.5],
}

/** One row of the grid. What helped at first helps a little less as it is used for more. */
export function workWith(
  row: string,
  person: SamplePerson,
  t: number,
  seed: number,
): 'helped' | 'hurt' | 'unused' {
  const chance = new Chance(seed, person.email, 'work', row, t)
  const [used, helps] = work[row] ?? [0.5, 0.5]
  if (chance.next() > used * (0.65 + 0.35 * t)) return 'unused'
  const turned = 0.12 * (turns[person.team]?.['ai-helped']?.(t) ?? 0)
  return chance.next() < helps - 0.06 * t + turned ? 'helped' : 'hurt'
}

/** Where somebody says the push comes from; null is "does not apply". */
export function pushOf({ email, team }: SamplePerson, t: number, seed: number): string | null {
  const chance = new Chance(seed, email, 'push-from', t)
  if (chance.next() < 0.04) return null
  const shown = team === showing ? 5 * parade(t) : 0
  return chance.weighed([
    ['strategy', 2],
    ['own', 4 - 1.5 * t],
    ['colleagues', 2],
    ['show', 0.5 + t + shown],
    ['unstated', 1 + 1.5 * t],
    ['nobody', 1.5 - t],
  ] as const)
}

/** Who of a team answers: nobody is asked twice, and those who stay silent are mostly the same people. */
export function thoseWhoAnswer(team: SamplePerson[], t: number, seed: number): SamplePerson[] {
  const name = team[0]!.team
  const chance = new Chance(seed, 'rate', name, t)
  const tired = name === troubled ? 0.16 * decline(t) : 0.05 * t
  const rate = 0.82 + new Chance(seed, 'rate', name).normal() * 0.04 + chance.normal() * 0.03 - tired
  const eagerness = (one: SamplePerson) =>
    new Chance(seed, one.email, 'eager').next() + new Chance(seed, one.email, 'eager', t).next()
  const answering = Math.round(team.length * Math.min(0.9, Math.max(0.62, rate)))
  return team.toSorted((a, b) => eagerness(b) - eagerness(a)).slice(0, answering)
}
