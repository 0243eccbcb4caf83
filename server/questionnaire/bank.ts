import { and, asc, eq } from 'drizzle-orm'
import { Refusal } from '../refusal.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { places, questions, questionVersions, type Question } from '../storage/schema/questions.ts'
import { withName } from './names.ts'
import { usualPlaces, type Placed } from './places.ts'

/** A question in its newest version, as the next round could ask it. */
export interface BankEntry extends Placed {
  question: Question
  retired: boolean
}

/**
 * Fills an empty bank with the default questionnaire. To one that is in use only what it does not know is added, and
 * nothing is asked that nobody chose.
 */
export async function seedQuestions(tx: Writes): Promise<void> {
  const rows = await tx.select({ id: questions.id, position: questions.position }).from(questions)
  const known = new Set(rows.map(({ id }) => id))
  const first = rows.reduce((next, { position }) => Math.max(next, position + 1), 0)
  const missing = usualPlaces.filter(({ question }) => !known.has(question.id))
  for (const [n, { question, ...placed }] of missing.entries())
    await insert(tx, question, first + n, known.size > 0 ? { place: 'library', turn: null } : placed)
}

/** Place by place, and within one in the order they are asked. */
export async function questionBank(read: Reads): Promise<BankEntry[]> {
  const rows = await read
    .select({
      question: questionVersions.definition,
      retired: questions.retired,
      place: questions.place,
      turn: questions.turn,
    })
    .from(questions)
    .innerJoin(
      questionVersions,
      and(eq(questionVersions.questionId, questions.id), eq(questionVersions.version, questions.version)),
    )
    .orderBy(asc(questions.position))
  return rows.map((entry) => ({ ...entry, question: withName(entry.question) })).sort(byPlace)
}

const byPlace = (a: Placed, b: Placed): number =>
  places.indexOf(a.place) - places.indexOf(b.place) || (a.turn ?? 0) - (b.turn ?? 0)

export async function bankEntry(read: Reads, id: string): Promise<BankEntry> {
  const entry = (await questionBank(read)).find(({ question }) => question.id === id)
  if (!entry) throw new Refusal('notFound')
  return entry
}

export async function insert(tx: Writes, question: Question, position: number, placed: Placed) {
  // Two servers that start together both fill an empty bank.
  await tx
    .insert(questions)
    .values({ id: question.id, position, retired: false, ...placed, version: 1 })
    .onConflictDoNothing()
  await tx
    .insert(questionVersions)
    .values({ questionId: question.id, version: 1, definition: question })
    .onConflictDoNothing()
}
