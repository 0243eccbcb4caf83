import { eq } from 'drizzle-orm'
import { viewerOf, type Viewer } from '../access/access.ts'
import { teamPaths } from '../people/people.ts'
import { listPublished } from '../results/results.ts'
import { completeAction, dropAction } from '../retro/actions/actions.ts'
import { questionIdOf } from '../rounds/rounds.ts'
import { people as roster } from '../storage/schema/people.ts'
import { Chance } from './chance.ts'
import type { SamplePerson } from './people.ts'
import { decisions, type SampleAction } from './decisions.ts'
import type { Past } from './past.ts'
import type { Place } from './remarks.ts'
import { holdBoard } from './retro.ts'

const day = 24 * 60 * 60 * 1000
const daysToDo = 60

/** What was decided so far, by the action's id: filled as the year goes by. */
export type Decided = Map<string, SampleAction>

interface Retro extends Place {
  /** When the round was planned that the retro is about. */
  planned: Date
  people: SamplePerson[]
  decided: Decided
}

/** The retros after a round, and a fortnight later what has come of earlier ones: by the verbs that everybody uses. */
export async function holdRetros(past: Past, { round, of, planned, people, decided }: Retro): Promise<void> {
  const ago = of - 1 - round
  past.goTo(new Date(planned.getTime() + 10 * day))
  for (const action of decisions.filter((one) => one.decided === ago)) {
    const [manager, ...others] = people.filter((person) => person.team === action.team)
    if (manager) decided.set(await decide(past, action, manager, others), action)
  }
  past.goTo(new Date(planned.getTime() + 24 * day))
  for (const [id, action] of decided) if (action.ended === ago) await end(past, id, action, people)
}

/** The first of a team manages it. Returns the action's id. */
async function decide(
  { context }: Past,
  { text, moves }: SampleAction,
  manager: SamplePerson,
  others: SamplePerson[],
): Promise<string> {
  const [owner = manager] = new Chance('owner', text).shuffled([manager, ...others])
  const due = new Date(context.clock.now().getTime() + daysToDo * day)
  const paths = await teamPaths(context.store.read)
  const [teamId] = [...paths].find(([, path]) => path.join() === manager.path.join())!
  const [round] = await listPublished(context.store.read, 1)
  return holdBoard(context, {
    lead: await viewerAt(context, manager),
    teamId,
    roundId: round?.id ?? null,
    wording: {
      text,
      ownerId: (await viewerAt(context, owner)).id,
      ownerName: null,
      due: due.toISOString().slice(0, 10),
      questionId: moves,
    },
    chance: new Chance('retro', text),
  })
}

async function end({ context }: Past, id: string, { team, reason }: SampleAction, people: SamplePerson[]) {
  const manager = await viewerAt(
    context,
    people.find((person) => person.team === team)!,
  )
  await (reason ? dropAction(context, manager, id, reason) : completeAction(context, manager, id))
}

async function viewerAt(context: Past['context'], { email }: SamplePerson): Promise<Viewer> {
  const [person] = await context.store.read
    .select({ id: roster.id })
    .from(roster)
    .where(eq(roster.email, email))
  const viewer = person && (await viewerOf(context, person.id))
  if (!viewer) throw new Error('Somebody of the sample is not in the roster.')
  return viewer
}

/** Whether one person says that an action helped: 3, or changed nothing: 2, or hurt: 1. */
export function opinionOf(
  question: string,
  { email }: SamplePerson,
  decided: Decided,
  seed: number,
): number | null {
  const [, action] = [...decided].find(([id]) => questionIdOf(id) === question)!
  const { text, helped = 0, hurt = 0 } = action
  const drawn = new Chance(seed, email, text).next()
  if (drawn > 0.96) return null
  return drawn < helped ? 3 : drawn < helped + hurt ? 1 : 2
}
