import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { groupById, groupsFor } from '../../insights/insights.ts'
import { noteViewing, ownAnswersOf, readingOf, type OwnAnswers } from '../../results/results.ts'
import { questionBank } from '../../questionnaire/questionnaire.ts'
import { questionIdOf } from '../../rounds/rounds.ts'
import { organisationOf } from '../../settings/settings.ts'
import { choicesFor, todayIn } from './choices.ts'
import { actionsOf } from './queries.ts'
import { dayIn } from './days.ts'
import { leads } from '../leading.ts'

/** What the pages about actions show. */
export function actionProps(context: Context) {
  const { read } = context.store

  async function dayOf(at: Date): Promise<string> {
    return dayIn(at, (await organisationOf(read))!.timeZone)
  }

  async function form(teamId: string) {
    const { owners, earliest, wordings } = await choicesFor(context, teamId)
    return { owners, earliest, questions: wordings }
  }

  /** Results are on this page too, so whoever opens it is written down as on the page of results. */
  async function team(viewer: Viewer, id: string) {
    const wordings = new Map(
      (await questionBank(read)).map(({ question }) => [question.id, question.text.en.question]),
    )
    const asked = await ownAnswersOf(read, id)
    await noteViewings(viewer, asked)
    const rows = (await actionsOf(read, id)).map(async (action) => ({
      ...action,
      endedOn: action.endedAt && (await dayOf(action.endedAt)),
      moves: wordings.get(action.questionId ?? '') ?? null,
      answers: asked.flatMap(({ round, items }) =>
        items.filter(({ key }) => key === questionIdOf(action.id)).map((item) => ({ round, item })),
      ),
    }))
    const { name } = (await organisationOf(read))!
    const { groups } = await groupsFor(read, viewer, name)
    return {
      team: { id, path: groupById(groups, id).name },
      groups,
      actions: await Promise.all(rows),
      viewerId: viewer.id,
      leads: await leads(read, viewer, id),
      ...(await form(id)),
      today: await todayIn(context),
      typed: {},
      faults: {},
    }
  }

  async function noteViewings(viewer: Viewer, asked: OwnAnswers[]) {
    const reading = await readingOf(read, viewer)
    const shown = asked.filter(({ items }) => items.some(({ sum }) => sum.shown > 0))
    const teams = shown.map(({ round, teams: asks }) => ({ roundId: round.id, groups: [], teams: asks }))
    await noteViewing(context, viewer, reading, 'opened', teams)
  }

  return { form, team }
}
