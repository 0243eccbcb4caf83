import canonicalize from 'canonicalize'
import { asc, eq, max } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import type { Writes } from '../storage/index.ts'
import { questions, questionVersions, type Question } from '../storage/schema/questions.ts'
import { bankEntry, insert, questionBank } from './bank.ts'
import type { Placed } from './places.ts'
import { inTurn, mostInTurn } from './rotation.ts'

/** Refuses with questionExists when the identifier is taken; a declared attribute's counts too. */
export async function addQuestion(context: Context, by: string, question: Question): Promise<void> {
  await context.store.write(async (tx) => {
    const [taken] = await tx.select().from(questions).where(eq(questions.id, question.id))
    if (taken) throw new Refusal('questionExists')
    const [last] = await tx.select({ position: max(questions.position) }).from(questions)
    await insert(tx, question, (last?.position ?? -1) + 1, { place: 'core', turn: null })
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

/** Refuses with turnFull where a turn would get a question too many. */
export async function setRetired(context: Context, by: string, id: string, retired: boolean): Promise<void> {
  await context.store.write(async (tx) => {
    const entry = await bankEntry(tx, id)
    if (!retired) await refuseFullTurn(tx, id, entry)
    await tx.update(questions).set({ retired }).where(eq(questions.id, id))
    await record(tx, context, by, 'question changed', { question: id, retired: retired ? 'yes' : 'no' })
  })
}

/** After those that are there already. Refuses with turnFull where four rotate together already. */
export async function placeQuestion(
  context: Context,
  by: string,
  id: string,
  { place, turn }: Placed,
): Promise<void> {
  await context.store.write(async (tx) => {
    await bankEntry(tx, id)
    await refuseFullTurn(tx, id, { place, turn })
    const [last] = await tx.select({ position: max(questions.position) }).from(questions)
    const position = (last?.position ?? -1) + 1
    await tx.update(questions).set({ place, turn, position }).where(eq(questions.id, id))
    await record(tx, context, by, 'question changed', {
      question: id,
      place: [place, turn ?? ''].join(' ').trim(),
    })
  })
}

async function refuseFullTurn(tx: Writes, id: string, { place, turn }: Placed): Promise<void> {
  if (place !== 'rotating' || turn === null) return
  const others = inTurn(await questionBank(tx), turn).filter(({ question }) => question.id !== id)
  if (others.length >= mostInTurn) throw new Refusal('turnFull')
}

/** Changes places with the neighbour in its place; at either end nothing happens. */
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
    // Those retired or in another place stand elsewhere: to change places with one would look like nothing happened.
    const neighbour = beyond.find(
      ({ retired, place, turn }) => !retired && place === moved.place && turn === moved.turn,
    )
    if (!neighbour) return
    await tx.update(questions).set({ position: neighbour.position }).where(eq(questions.id, moved.id))
    await tx.update(questions).set({ position: moved.position }).where(eq(questions.id, neighbour.id))
    await record(tx, context, by, 'question changed', { question: id, moved: direction })
  })
}
