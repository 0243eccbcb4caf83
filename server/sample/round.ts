import { monthOf } from '#views/speech.ts'
import { letters } from '../jobs.ts'
import { drainOutbox } from '../post/post.ts'
import { closeRound } from '../publishing/publishing.ts'
import { beginOpening, createRound, plannedDefaults, roundById, type Plan } from '../rounds/rounds.ts'
import { lastAsked, nextTurn, questionBank } from '../questionnaire/questionnaire.ts'
import { speechOf } from '../web/speech.ts'
import type { Past } from './past.ts'
import { answer, type SampleRound } from './answering.ts'

/** Shown by experience instead of by team: the longer somebody has done this, the less sure they are. */
const cutByExperience = 'ship-confidence'
const hour = 60 * 60 * 1000

type Step = (work: 'opening' | 'answering' | 'closing', round: string) => void

/** One round, from its plan to its results, as every round goes: only the people are invented. */
export async function holdRound(past: Past, sample: SampleRound, step: Step): Promise<void> {
  past.goTo(sample.planned)
  const plan = await planOf(past, sample)
  const id = await createRound(past.context, sample.by, plan)

  step('opening', plan.name)
  past.goTo(plan.opensAt)
  await (
    await beginOpening(past.context, null, id)
  ).done
  await drainOutbox(past.context, letters)

  step('answering', plan.name)
  past.goTo(new Date(plan.opensAt.getTime() + 4 * hour))
  await answer(past, await roundById(past.context.store.read, id), sample)

  step('closing', plan.name)
  past.goTo(plan.closesAt)
  await (
    await closeRound(past.context, null, id)
  ).done
}

/** The core and a turn, and once a quarter the longer questionnaire with them. */
async function planOf({ context }: Past, { planned, timeZone, round }: SampleRound): Promise<Plan> {
  const { read } = context.store
  const bank = await questionBank(read)
  const asked = { turn: nextTurn(bank, await lastAsked(read)), quarterly: round % 3 === 2 }
  const plan = plannedDefaults(planned, timeZone, bank, asked)
  return {
    ...plan,
    name: monthOf(plan.month, speechOf(context, { timeZone })),
    selection: plan.selection.map((one) =>
      one.id === cutByExperience ? { ...one, cut: 'experience' as const } : one,
    ),
  }
}
