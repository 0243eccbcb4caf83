import { eq } from 'drizzle-orm'
import { addAnnotation } from '../insights/insights.ts'
import { teamPaths } from '../people/people.ts'
import { people as roster } from '../storage/schema/people.ts'
import { companyName, recovered } from './company.ts'
import type { SamplePerson } from './people.ts'
import type { Past } from './past.ts'

/** How many months before the last one; without a team, in the whole company. */
const happened: { ago: number; text: string; team?: string }[] = [
  { ago: 8, text: 'Copilot for everyone' },
  { ago: 3, text: 'Agents may open pull requests' },
  { ago: 6, text: 'Two people read what agents write', team: recovered },
]

interface Told {
  by: string
  people: SamplePerson[]
  /** YYYY-MM, oldest first. */
  months: string[]
}

/** What the company's administrator and a team's manager, the first of it, wrote on their charts. */
export async function annotateCharts({ context }: Past, { by, people, months }: Told): Promise<void> {
  const { read } = context.store
  const organisation = { id: 'organisation', teamId: null, name: companyName }
  const paths = [...(await teamPaths(read))]
  for (const { ago, text, team } of happened) {
    const month = months.at(-1 - ago)
    if (!month) continue
    if (!team) await addAnnotation(context, by, organisation, { month, text })
    const manager = people.find((person) => person.team === team)
    const [teamId] = paths.find(([, path]) => path.join() === manager?.path.join()) ?? []
    if (!manager || !teamId) continue
    const [lead] = await read.select({ id: roster.id }).from(roster).where(eq(roster.email, manager.email))
    const group = { id: teamId, teamId, name: manager.path.join(' / ') }
    if (lead) await addAnnotation(context, lead.id, group, { month, text })
  }
}
