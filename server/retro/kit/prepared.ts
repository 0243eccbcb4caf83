import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import {
  listPublished,
  noteViewing,
  ownAnswersOf,
  readingOf,
  remarksOf,
  shownOf,
  type PublishedRound,
} from '../../results/results.ts'
import { linesDue } from '../../insights/insights.ts'
import { questionIdOf } from '../../rounds/rounds.ts'
import { todayIn } from '../../settings/settings.ts'
import type { Reads } from '../../storage/index.ts'
import { asDecision } from '../board/boards.ts'
import { broughtAlong, topicsFor, type Topics } from './kit.ts'
import { fitting } from './exercises.ts'
import { inOrder } from './order.ts'

export type Wanted = { round?: string | undefined; order: string[] }

export async function kitFor(
  context: Context,
  viewer: Viewer,
  teamId: string,
  { round: wanted, order }: Wanted,
) {
  const { read } = context.store
  const today = await todayIn(context)
  const paths = await teamPaths(read)
  const rounds = (await offeredRounds(read)).map(({ id, name }) => ({ id, name }))
  const roundId = rounds.find(({ id }) => id === wanted)?.id ?? null
  const found = await topicsFor(read, viewer, { teamId, paths, roundId })
  const round = found && { id: found.overview.latest.round.id, name: found.overview.latest.round.name }
  if (found) await tell(context, viewer, teamId, found)
  return {
    team: { id: teamId, path: paths.get(teamId)?.join(' / ') ?? '' },
    round,
    rounds,
    topics: inOrder(found?.topics ?? [], order),
    exercises: fitting(found?.topics ?? []).map(({ id, question }) => ({
      id,
      name: seriesNamed(found, question),
    })),
    around: paths.get(found?.around.teamId ?? '')?.at(-1) ?? null,
    before: await actionsBefore(read, teamId, round?.id ?? null, today),
    due: await linesDue(read, teamId, today),
    remarks: found ? await remarksByQuestion(read, found.overview.latest.round, teamId) : [],
  }
}

/** The series of a question, whose name a page says. */
const seriesNamed = (found: Topics | null, question: string) =>
  found?.overview.series.find((one) => one.question.id === question) ?? null

export const offeredRounds = (read: Reads) => listPublished(read, 12)

/** Whoever reads figures from outside is named to their teams, here as on every page. */
async function tell(context: Context, viewer: Viewer, teamId: string, { overview, around }: Topics) {
  const shown = [...shownOf(teamId, overview.history), ...shownOf(around.teamId, around.history)]
  const reading = await readingOf(context.store.read, viewer)
  await noteViewing(context, viewer, reading, 'opened', shown)
}

async function actionsBefore(read: Reads, teamId: string, roundId: string | null, today: string) {
  const answers = (await ownAnswersOf(read, teamId)).flatMap(({ round, items }) =>
    items.map((item) => ({ round, item })),
  )
  const inRound = answers.filter(({ round }) => round.id === roundId).map(({ item }) => item.key)
  const all = await broughtAlong(read, teamId, inRound)
  return all.map((action) => ({
    ...asDecision(today)(action),
    answers: answers.filter(({ item }) => item.key === questionIdOf(action.id)),
  }))
}

async function remarksByQuestion(read: Reads, round: PublishedRound, teamId: string) {
  const remarks = await remarksOf(read, round, teamId)
  return round.questions.flatMap(({ id, text }) => {
    const texts = remarks.filter(({ question }) => question === id).map((remark) => remark.text)
    return texts.length > 0 ? [{ id, text, texts }] : []
  })
}
