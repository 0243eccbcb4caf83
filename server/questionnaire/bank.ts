import { and, asc, eq } from 'drizzle-orm'
import { Refusal } from '../refusal.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { questions, questionVersions, type Question } from '../storage/schema/questions.ts'
import { pulse } from './pulse.ts'
import { safety } from './safety.ts'
import { withName } from './names.ts'

/** A question in its newest version, as the next round could ask it. */
export interface BankEntry {
  question: Question
  retired: boolean
  quarterly: boolean
}

/** Fills an empty bank with the default questionnaire. */
export async function seedQuestions(tx: Writes): Promise<void> {
  if ((await tx.$count(questions)) > 0) return
  const all = [
    ...pulse.map((question) => ({ question, quarterly: false })),
    ...safety.map((question) => ({ question, quarterly: true })),
  ]
  for (const [position, { question, quarterly }] of all.entries())
    await insert(tx, question, position, quarterly)
}

/** In the order they are asked. */
export async function questionBank(read: Reads): Promise<BankEntry[]> {
  const rows = await read
    .select({
      question: questionVersions.definition,
      retired: questions.retired,
      quarterly: questions.quarterly,
    })
    .from(questions)
    .innerJoin(
      questionVersions,
      and(eq(questionVersions.questionId, questions.id), eq(questionVersions.version, questions.version)),
    )
    .orderBy(asc(questions.position))
  return rows.map((entry) => ({ ...entry, question: withName(entry.question) }))
}

export async function bankEntry(read: Reads, id: string): Promise<BankEntry> {
  const entry = (await questionBank(read)).find(({ question }) => question.id === id)
  if (!entry) throw new Refusal('notFound')
  return entry
}

export async function insert(tx: Writes, question: Question, position: number, quarterly: boolean) {
  // Two servers that start together both fill an empty bank.
  await tx
    .insert(questions)
    .values({ id: question.id, position, retired: false, quarterly, version: 1 })
    .onConflictDoNothing()
  await tx
    .insert(questionVersions)
    .values({ questionId: question.id, version: 1, definition: question })
    .onConflictDoNothing()
}
