import { and, eq, isNotNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { lastAsked, questionBank, rotatingAhead, type BankEntry } from '../questionnaire/questionnaire.ts'
import type { Reads } from '../storage/index.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { occurrencesAfter, type Occurrence, type Rule } from './occurrences.ts'

const roundsAhead = 6

export const ahead = ({ clock }: Context, rule: Rule, timeZone: string): Occurrence[] =>
  occurrencesAfter(rule, clock.now(), timeZone, roundsAhead)

/** The same with what rotates into each, as things stand today. */
export async function aheadWithQuestions(
  context: Context,
  rule: Rule,
  timeZone: string,
): Promise<(Occurrence & { rotating: BankEntry['question'][] })[]> {
  const { read } = context.store
  const coming = ahead(context, rule, timeZone)
  const months = coming.map(({ month }) => month)
  const rotating = rotatingAhead(await questionBank(read), await lastAsked(read), months, await byHand(read))
  return coming.map((one, n) => ({ ...one, rotating: (rotating[n] ?? []).map(({ question }) => question) }))
}

/** What somebody chose for a month that is planned. */
async function byHand(read: Reads): Promise<Map<string, Set<string>>> {
  const changed = await read
    .select({ month: rounds.calendarMonth, selection: rounds.selection })
    .from(rounds)
    .where(
      and(eq(rounds.state, 'scheduled'), eq(rounds.changedByHand, true), isNotNull(rounds.calendarMonth)),
    )
  return new Map(changed.map(({ month, selection }) => [month ?? '', new Set(selection.map(({ id }) => id))]))
}
