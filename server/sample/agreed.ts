import { eq } from 'drizzle-orm'
import { viewerOf } from '../access/access.ts'
import { publishAgreement, type Agreement } from '../insights/insights.ts'
import { teamPaths } from '../people/people.ts'
import { shareLearnt } from '../retro/learnt/learnt.ts'
import { addDays, dayIn } from '../settings/settings.ts'
import { people as roster } from '../storage/schema/people.ts'
import { recovered } from './company.ts'
import type { SamplePerson } from './people.ts'
import type { Past } from './past.ts'

/** The one team that found its way wrote down what it works by, and told the others. */
const agreed: Pick<Agreement, 'entries' | 'lines'> & { learnt: string[] } = {
  entries: [
    { work: 'boilerplate', label: 'Boilerplate code', colour: 'green', note: '' },
    { work: 'tests', label: 'Tests', colour: 'green', note: 'Seen to fail before they pass' },
    { work: 'business-logic', label: 'Business logic', colour: 'amber', note: 'Two people read it' },
    { work: 'security', label: 'Security-sensitive code', colour: 'red', note: '' },
  ],
  lines: [
    {
      kind: 'protect',
      text: 'What customers keep on their phones never goes into a prompt.',
      gate: 'Only made-up accounts in test data',
      owner: 'whoever is on call',
      review: '90',
    },
    {
      kind: 'experiment',
      text: 'For six weeks an agent writes the release notes, so that nobody stays late for them.',
      gate: 'Stress on release days goes down',
      owner: 'the release pair',
      review: '30',
    },
  ],
  learnt: [
    'Two people read what an agent wrote before it is merged: it takes an hour more a week, and the evenings are quiet again.',
    'Tests that an agent wrote are seen to fail first. One in five did not.',
  ],
}

/** By the first of the team, who manages it. */
export async function agreeOnWork({ context }: Past, people: SamplePerson[]): Promise<void> {
  const manager = people.find(({ team }) => team === recovered)
  const paths = [...(await teamPaths(context.store.read))]
  const [teamId] = paths.find(([, path]) => path.join() === manager?.path.join()) ?? []
  if (!manager || !teamId) return
  const [lead] = await context.store.read
    .select({ id: roster.id })
    .from(roster)
    .where(eq(roster.email, manager.email))
  const viewer = lead && (await viewerOf(context, lead.id))
  if (!viewer) return
  const today = dayIn(context.clock.now(), 'UTC')
  const lines = agreed.lines.map((line) => ({ ...line, review: addDays(today, Number(line.review)) }))
  await publishAgreement(context, viewer.id, { teamId, basedOn: 0, entries: agreed.entries, lines })
  for (const text of agreed.learnt) await shareLearnt(context, viewer, { teamId, text })
}
