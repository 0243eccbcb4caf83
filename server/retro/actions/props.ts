import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { chosenGroup } from '../../insights/insights.ts'
import { noteViewing, ownAnswersOf, readingOf, type OwnAnswers } from '../../results/results.ts'
import { questionBank } from '../../questionnaire/questionnaire.ts'
import { questionIdOf } from '../../rounds/rounds.ts'
import { addDays, dayIn, theOrganisation, todayIn } from '../../settings/settings.ts'
import { choicesFor, daysProposed } from './choices.ts'
import { actionsOf, issuesOf } from './queries.ts'
import { leads } from '../leading.ts'

/** What the form for an action offers. */
export async function formProps(context: Context, teamId: string) {
  const { owners, earliest, wordings } = await choicesFor(context, teamId)
  return { owners, earliest, questions: wordings }
}

/** Results are on this page too, so whoever opens it is written down as on the page of results. */
export async function teamProps(context: Context, viewer: Viewer, id: string) {
  const { read } = context.store
  const bank = await questionBank(read)
  const wordings = new Map(bank.map(({ question }) => [question.id, question.text]))
  const asked = await ownAnswersOf(read, id)
  await noteViewings(context, viewer, asked)
  const { timeZone } = await theOrganisation(read)
  const today = await todayIn(context)
  const outside = await issuesOf(read, id)
  const { group, groups } = await chosenGroup(read, viewer, id)
  return {
    team: { id, path: group.name },
    groups,
    actions: (await actionsOf(read, id)).map((action) => ({
      ...action,
      issue: outside.byAction.get(action.id) ?? null,
      endedOn: action.endedAt && dayIn(action.endedAt, timeZone),
      moves: wordings.get(action.questionId ?? '') ?? null,
      answers: asked.flatMap(({ round, items }) =>
        items.filter(({ key }) => key === questionIdOf(action.id)).map((item) => ({ round, item })),
      ),
    })),
    viewerId: viewer.id,
    makesIssues: outside.isConnected,
    leads: await leads(read, viewer, id),
    ...(await formProps(context, id)),
    today,
    typed: { due: addDays(today, daysProposed) },
    faults: {},
  }
}

async function noteViewings(context: Context, viewer: Viewer, asked: OwnAnswers[]) {
  const reading = await readingOf(context.store.read, viewer)
  const answered = asked.filter(({ items }) => items.some(({ sum }) => sum.shown > 0))
  const shown = answered.map(({ round, teams }) => ({ roundId: round.id, groups: [], teams }))
  await noteViewing(context, viewer, reading, 'opened', shown)
}
