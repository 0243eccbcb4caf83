import { Chance } from './chance.ts'
import { showing } from './company.ts'
import type { SamplePerson } from './people.ts'
import { timeOf, type Told } from './told.ts'

const loginOf = ({ email }: SamplePerson) => email.split('@', 1)[0]!.replace('.', '-')

export const loginsOf = (people: SamplePerson[]) =>
  ['login,email', ...people.map((person) => `${loginOf(person)},${person.email}`)].join('\n')

/** As GitHub Copilot reports them: who has a seat on the month's first day, and what was done on days of it. */
export function* usageReports({ people, months, seed }: Told): Generator<Buffer> {
  for (const [n, month] of months.entries())
    for (const person of people) {
      const about = { user_login: loginOf(person), organization_id: '1' }
      yield row({ ...about, day: `${month}-01`, team_id: 1, slug: person.team.toLowerCase() })
      for (const day of daysOfUse(person, timeOf(n, months), seed))
        yield row({
          ...about,
          day: `${month}-${day}`,
          user_initiated_interaction_count: 4,
          code_generation_activity_count: 9,
          code_acceptance_activity_count: 3,
          used_chat: true,
          used_agent: false,
        })
    }
}

const row = (fields: object) => Buffer.from(`${JSON.stringify(fields)}\n`)

/** From 55 to 90 in a hundred use it: once somebody does, they seldom stop. */
function daysOfUse(person: SamplePerson, t: number, seed: number): string[] {
  const reluctance = new Chance(seed, person.email, 'adopts').next()
  const month = new Chance(seed, person.email, 'uses', t)
  const inclined = { Security: -0.12, 'Developer Experience': 0.12, [showing]: 0.12 }[person.team] ?? 0
  if (reluctance + month.normal() * 0.03 > 0.55 + 0.35 * t + inclined) return []
  return ['02', '09', '16', '23'].filter(() => month.next() < 0.8).concat('27')
}
