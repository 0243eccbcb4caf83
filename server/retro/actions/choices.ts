import type { Context } from '../../context.ts'
import { questionBank } from '../../questionnaire/questionnaire.ts'
import { todayIn } from '../../settings/settings.ts'
import { ownersFor } from './queries.ts'

/** What is decided has two weeks, unless somebody says otherwise. */
export const daysProposed = 14

/**
 * What an action can be given, wherever it is written down.
 * @param owner who owns it already
 */
export async function choicesFor(context: Context, teamId: string, owner: string | null = null) {
  const { read } = context.store
  const bank = (await questionBank(read)).filter(({ retired }) => !retired)
  const asked = bank.filter(({ question }) => question.kind === 'scale' || question.kind === 'grid')
  return {
    owners: await ownersFor(read, teamId, owner ?? undefined),
    questions: new Set(asked.map(({ question }) => question.id)),
    earliest: await todayIn(context),
    wordings: asked.map(({ question }) => ({ id: question.id, text: question.text })),
  }
}
