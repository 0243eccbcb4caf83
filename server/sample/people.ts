import { Chance } from './chance.ts'
import { names } from './names.ts'
import type { SampleTeam } from './company.ts'

export type Experience = 'under-2' | 'from-2-to-5' | 'from-6-to-10' | 'over-10'

export interface SamplePerson {
  name: string
  /** Under .invalid, where no mail can be delivered. */
  email: string
  path: string[]
  /** The last of the path. */
  team: string
  experience: Experience
  /** Whether they say so when asked. */
  statesExperience: boolean
  administrator: boolean
  /** Paths. */
  manages: string[][]
  facilitates: string[][]
}

/** The same people for the same seed. */
export function peopleOf(teams: SampleTeam[], seed: number): SamplePerson[] {
  const called = names(
    seed,
    teams.reduce((sum, { size }) => sum + size, 0),
  )
  const administered = teams.reduce((a, b) =>
    isInner(b, teams) && (!isInner(a, teams) || b.size > a.size) ? b : a,
  )
  return teams.flatMap((team) =>
    called.splice(0, team.size).map((name, n): SamplePerson => {
      const email = `${name.toLowerCase().replace(' ', '.')}@northwind.invalid`
      return {
        name,
        email,
        path: team.path,
        team: team.path.at(-1)!,
        experience: experienceOf(seed, email),
        statesExperience: new Chance(seed, 'states experience', email).next() < 0.9,
        administrator: team === administered && n === team.size - 1,
        manages: n === 0 ? [team.path] : [],
        facilitates: n === 1 ? facilitatedBy(team, teams) : [],
      }
    }),
  )
}

const isInner = ({ path }: SampleTeam, teams: SampleTeam[]): boolean =>
  teams.some(
    (other) => other.path.length > path.length && path.every((name, depth) => other.path[depth] === name),
  )

/** Each of the larger teams lends a facilitator to the next one: nobody facilitates their own. */
function facilitatedBy(team: SampleTeam, teams: SampleTeam[]): string[][] {
  const larger = teams.filter((one) => !isInner(one, teams) && one.size >= 9)
  const place = larger.indexOf(team)
  return place < 0 || larger.length < 2 ? [] : [larger[(place + 1) % larger.length]!.path]
}

const experienceOf = (seed: number, email: string): Experience =>
  new Chance(seed, 'experience', email).weighed([
    ['under-2', 14],
    ['from-2-to-5', 31],
    ['from-6-to-10', 32],
    ['over-10', 23],
  ] as const)
