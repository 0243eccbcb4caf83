import canonicalize from 'canonicalize'
import { asc, eq, max } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { questions, questionVersions, type Question } from '../storage/schema/questions.ts'
import { bankEntry, insert } from './bank.ts'

/** Refuses with questionExists when the identifier is taken; a declared attribute's counts too. */
export async function addQuestion(context: Context, by: string, question: Question): Promise<void> {
  await context.store.write(async (tx) => {
    const [taken] = await tx.select().from(questions).where(eq(questions.id, question.id))
    if (taken) throw new Refusal('questionExists')
    const [last] = await tx.select({ position: max(questions.position) }).from(questions)
    await insert(tx, question, (last?.position ?? -1) + 1, false)
    await record(tx, context, by, 'question changed', { question: question.id, version: 1 })
  })
}

/** A new wording, band or row is a new version; a new cut or name alone is not: respondents read neither. */
export async function changeQuestion(context: Context, by: string, changed: Question): Promise<void> {
  await context.store.write(async (tx) => {
    const { question } = await bankEntry(tx, changed.id)
    const version = sameToRespondents(question, changed) ? question.version : question.version + 1
    const definition = { ...changed, version }
    await tx
      .insert(questionVersions)
      .values({ questionId: changed.id, version, definition })
      .onConflictDoUpdate({
        target: [questionVersions.questionId, questionVersions.version],
        set: { definition },
      })
    await tx.update(questions).set({ version }).where(eq(questions.id, changed.id))
    await record(tx, context, by, 'question changed', { question: changed.id, version })
  })
}

function sameToRespondents(a: Question, b: Question): boolean {
  const asked = ({ version: _version, construct: _construct, ...rest }: Question) => {
    const { cut: _cut, text, ...shown } = rest as typeof rest & { cut?: string }
    const { name: _name, ...read } = text.en as typeof text.en & { name?: string }
    return canonicalize({ ...shown, read })
  }
  return asked(a) === asked(b)
}

export async function setRetired(context: Context, by: string, id: string, retired: boolean): Promise<void> {
  await context.store.write(async (tx) => {
    await bankEntry(tx, id)
    await tx.update(questions).set({ retired }).where(eq(questions.id, id))
    await record(tx, context, by, 'question changed', { question: id, retired: retired ? 'yes' : 'no' })
  })
}

/** Changes places with the neighbour; at either end nothing happens. */
export async function moveQuestion(
  context: Context,
  by: string,
  id: string,
  direction: 'up' | 'down',
): Promise<void> {
  await context.store.write(async (tx) => {
    const order = await tx.select().from(questions).orderBy(asc(questions.position))
    const moved = order.find((question) => question.id === id)
    if (!moved) throw new Refusal('notFound')
    const at = order.indexOf(moved)
    const beyond = direction === 'up' ? order.slice(0, at).reverse() : order.slice(at + 1)
    // Retired ones are not on the page: to change places with one would look like nothing happened.
    const neighbour = beyond.find(({ retired }) => !retired)
    if (!neighbour) return
    await tx.update(questions).set({ position: neighbour.position }).where(eq(questions.id, moved.id))
    await tx.update(questions).set({ position: moved.position }).where(eq(questions.id, neighbour.id))
    await record(tx, context, by, 'question changed', { question: id, moved: direction })
  })
}
