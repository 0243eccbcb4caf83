import { TZDate } from '@date-fns/tz'
import { eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../storage/identifier.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { questionBank, type BankEntry } from '../questionnaire/questionnaire.ts'
import type { Cut, Question } from '../storage/schema/questions.ts'
import { roundById } from './queries.ts'
import { monthIn } from './instants.ts'

export interface Plan {
  name: string
  month: string
  opensAt: Date
  closesAt: Date
  /** When everybody invited is reminded; null for never. */
  remindsAt: Date | null
  /** A second time; null for never. */
  remindsAgainAt: Date | null
  threshold: number
  selection: { id: string; cut?: Cut }[]
  /** Null asks everybody. */
  teamIds: string[] | null
}

/** What the form proposes but for the name: from tomorrow nine o'clock for a week, with the monthly pulse. */
export function plannedDefaults(now: Date, timeZone: string, bank: BankEntry[]): Omit<Plan, 'name'> {
  const today = new TZDate(now, timeZone)
  const at = (days: number, hour: number) =>
    new Date(
      new TZDate(today.getFullYear(), today.getMonth(), today.getDate() + days, hour, timeZone).getTime(),
    )
  const opensAt = at(1, 9)
  return {
    month: monthIn(opensAt, timeZone),
    opensAt,
    closesAt: at(8, 17),
    remindsAt: at(6, 9),
    threshold: 5,
    remindsAgainAt: null,
    selection: usualSelection(bank, false),
    teamIds: null,
  }
}

/** What a month asks: the pulse, and in some months the quarterly questions too. */
export const usualSelection = (bank: BankEntry[], withQuarterly: boolean): Plan['selection'] =>
  bank
    .filter((entry) => !entry.retired && (withQuarterly || !entry.quarterly))
    .map(({ question }) => asSelected(question))

const asSelected = (question: BankEntry['question']) =>
  'cut' in question ? { id: question.id, cut: question.cut } : { id: question.id }

/** Returns the new round's id. */
export async function createRound(context: Context, by: string, plan: Plan): Promise<string> {
  const id = newId()
  await context.store.write(async (tx) => {
    const selection = checkedSelection(await questionBank(tx), plan.selection)
    await tx.insert(rounds).values({ ...plan, id, selection, state: 'scheduled' })
    await record(tx, context, by, 'round created', { round: plan.name })
  })
  return id
}

/** Refuses with roundAlreadyOpened: people were asked under the plan as it stands. */
export async function changePlan(context: Context, by: string, id: string, plan: Plan): Promise<void> {
  await context.store.write(async (tx) => {
    const round = await roundById(tx, id)
    if (round.state !== 'scheduled') throw new Refusal('roundAlreadyOpened')
    const selection = checkedSelection(await questionBank(tx), plan.selection)
    await tx
      .update(rounds)
      .set({ ...plan, selection, changedByHand: true })
      .where(eq(rounds.id, id))
    await record(tx, context, by, 'round changed', { round: plan.name })
  })
}

/**
 * In the bank's order, each question once and in exactly one cut. A declared attribute is asked when, and only
 * when, some question is cut by it: an answer nobody needs is not collected.
 */
function checkedSelection(bank: BankEntry[], selection: Plan['selection']): Plan['selection'] {
  const chosen = new Map(selection.map((one) => [one.id, one]))
  const usable = bank.filter(({ retired }) => !retired).map(({ question }) => question)
  const cutOf = (question: Question) =>
    'cut' in question ? { cut: chosen.get(question.id)?.cut ?? question.cut } : {}
  const asked = usable.filter(({ id, kind }) => kind !== 'attribute' && chosen.has(id))
  if (asked.length === 0) throw new Refusal('roundWithoutQuestions')
  const cuts = new Set(asked.map((question) => cutOf(question).cut))
  const needed = usable.filter((question) =>
    question.kind === 'attribute' ? cuts.has(question.id as Cut) : chosen.has(question.id),
  )
  return needed.map((question) => ({ id: question.id, ...cutOf(question) }))
}
