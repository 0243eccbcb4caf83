import { Chance } from './chance.ts'
import { recovered, troubled, type SamplePerson } from './company.ts'

/**
 * What a year was like at a company that does not exist: AI is used more and more and trusted less and less. One
 * team drowns in what others generate and stops saying so; another has a bad spring and then finds its way.
 * All levels are from 1 to 5, all times from 0, the first round, to 1, the last.
 */

/** Where the whole company's mean stands at the beginning and at the end. Not listed: 3, and staying there. */
const courses: Record<string, [from: number, to: number]> = {
  'ai-use': [2.5, 4.4],
  'ai-trust': [3.7, 2.6],
  'ai-helped': [3.6, 3.5],
  stress: [2.5, 2.9],
  'safe-to-say': [3.7, 3.4],
  'mistakes-looked-into': [3.8, 3.7],
  'ai-pressure': [2.0, 3.2],
  'ship-confidence': [3.8, 3.3],
  'felt-speed': [3.4, 3.9],
  'review-time': [2.3, 3.4],
  'safety-mistakes': [2.0, 2.1],
  'safety-problems': [3.6, 3.5],
  'safety-difference': [1.8, 1.8],
  'safety-risk': [3.5, 3.4],
  'safety-help': [4.0, 3.9],
  'safety-undermining': [1.5, 1.5],
  'safety-skills': [3.7, 3.6],
}

/** How far on the way from `begin` to `end`, from 0 to 1. */
const between = (begin: number, end: number) => (t: number) =>
  Math.min(1, Math.max(0, (t - begin) / (end - begin)))

const decline = between(0.3, 0.9)
const dip = (t: number) => between(0.1, 0.3)(t) - between(0.4, 0.6)(t)
const recovery = between(0.5, 0.9)

/** What is different in one team. */
const turns: Record<string, Record<string, (t: number) => number>> = {
  [troubled]: {
    stress: (t) => 1.4 * decline(t),
    'safe-to-say': (t) => -1.5 * decline(t),
    'mistakes-looked-into': (t) => -1.2 * decline(t),
    'ai-pressure': (t) => 0.9 * decline(t),
    'ship-confidence': (t) => -0.7 * decline(t),
    'ai-helped': (t) => -0.7 * decline(t),
    'review-time': (t) => 0.8 * decline(t),
    'safety-mistakes': (t) => 0.9 * decline(t),
    'safety-problems': (t) => -1.0 * decline(t),
    'safety-risk': (t) => -1.2 * decline(t),
  },
  [recovered]: {
    'ai-helped': (t) => -1.5 * dip(t) + 0.9 * recovery(t),
    'ai-trust': (t) => -0.9 * dip(t) + 1.0 * recovery(t),
    'felt-speed': (t) => -0.9 * dip(t) + 0.3 * recovery(t),
    stress: (t) => 0.8 * dip(t) - 0.4 * recovery(t),
    'safe-to-say': (t) => 0.7 * recovery(t),
    'ai-pressure': (t) => 0.5 * dip(t) - 1.0 * recovery(t),
    'ship-confidence': (t) => -0.5 * dip(t) + 0.4 * recovery(t),
  },
  'Developer Experience': { 'ai-use': () => 0.5, 'ai-helped': () => 0.3 },
  Security: { 'ai-use': () => -0.5, 'ai-trust': () => -0.5 },
}

/** Those who have seen much trust it less; those who have seen little feel fine about what they ship. */
const byExperience: Record<string, Record<SamplePerson['experience'], number>> = {
  'ship-confidence': { 'under-2': 0.7, 'from-2-to-5': 0.3, 'from-6-to-10': -0.2, 'over-10': -0.7 },
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

/** One row of the grid; null is "not used". What helped at first helps a little less as it is used for more. */
export function workWith(
  row: string,
  person: SamplePerson,
  t: number,
  seed: number,
): 'helped' | 'hurt' | null {
  const chance = new Chance(seed, person.email, 'work', row, t)
  const [used, helps] = work[row] ?? [0.5, 0.5]
  if (chance.next() > used * (0.65 + 0.35 * t)) return null
  const turned = 0.12 * (turns[person.team]?.['ai-helped']?.(t) ?? 0)
  return chance.next() < helps - 0.06 * t + turned ? 'helped' : 'hurt'
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
