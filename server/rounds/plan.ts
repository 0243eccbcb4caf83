import { TZDate } from '@date-fns/tz'
import { eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../storage/identifier.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { isAsked, questionBank, type BankEntry, type Month } from '../questionnaire/questionnaire.ts'
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

/** What the form proposes but for the name: from tomorrow nine o'clock for a week, with what the month asks. */
export function plannedDefaults(
  now: Date,
  timeZone: string,
  bank: BankEntry[],
  asked: Month,
): Omit<Plan, 'name'> {
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
    selection: usualSelection(bank, asked),
    teamIds: null,
  }
}

/** What a month asks: the core, one turn, and in some months the quarterly questions too. */
export const usualSelection = (bank: BankEntry[], month: Month): Plan['selection'] =>
  selected(
    bank,
    new Map(bank.filter((entry) => isAsked(entry, month)).map(({ question }) => [question.id, {}])),
  )

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

function checkedSelection(bank: BankEntry[], selection: Plan['selection']): Plan['selection'] {
  const checked = selected(bank, new Map(selection.map((one) => [one.id, one])))
  if (checked.length === 0) throw new Refusal('roundWithoutQuestions')
  return checked
}

/**
 * In the bank's order, each question once and in exactly one cut. A declared attribute is asked when, and only
 * when, some question is cut by it: an answer nobody needs is not collected.
 */
function selected(bank: BankEntry[], chosen: Map<string, { cut?: Cut }>): Plan['selection'] {
  const usable = bank.filter(({ retired }) => !retired).map(({ question }) => question)
  const asked = usable
    .filter(({ id, kind }) => kind !== 'attribute' && chosen.has(id))
    .map((question) => ({ id: question.id, ...cutOf(question, chosen.get(question.id)?.cut) }))
  const cuts = new Set(asked.map(({ cut }) => cut))
  const needed = usable.filter(({ id, kind }) => kind === 'attribute' && cuts.has(id as Cut))
  const all = new Map([...asked, ...needed.map(({ id }) => ({ id }))].map((one) => [one.id, one]))
  return usable.flatMap(({ id }) => all.get(id) ?? [])
}

function cutOf(question: Question, chosen: Cut | undefined): { cut?: Cut } {
  if (question.kind === 'choice') return { cut: question.cut }
  return 'cut' in question ? { cut: chosen ?? question.cut } : {}
}
