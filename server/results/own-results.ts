import { and, inArray } from 'drizzle-orm'
import { add } from '../disclosure/add.ts'
import { classId } from '../disclosure/partition.ts'
import { ownQuestionsOf, type OwnAsked } from '../rounds/rounds.ts'
import type { Reads } from '../storage/index.ts'
import { classes, codes } from '../storage/schema/publishing.ts'
import { itemsOf, nested, type ItemResult } from './published.ts'
import { listPublished } from './published-rounds.ts'
import type { PublishedRound } from './published-round.ts'

/** What the people directly in a team were asked for themselves in one round. */
export async function ownResults(
  read: Reads,
  { id }: Pick<PublishedRound, 'id'>,
  teamId: string,
): Promise<ItemResult[]> {
  const answers = await answersTo(read, await ownQuestionsOf(read, teamId, id))
  return answers.flatMap(({ items }) => items)
}

export interface OwnAnswers {
  round: { id: string; name: string }
  items: ItemResult[]
  /** Ids of the teams whose people answered; none where nothing is shown. */
  teams: string[]
}

/** What they were ever asked, the newest round first. */
export async function ownAnswersOf(read: Reads, teamId: string): Promise<OwnAnswers[]> {
  const answers = await answersTo(read, await ownQuestionsOf(read, teamId))
  return (await listPublished(read)).flatMap(({ id, name }) =>
    answers
      .filter(({ roundId }) => roundId === id)
      .map(({ items, teams }) => ({ round: { id, name }, items, teams })),
  )
}

/**
 * Such a question has a code where its unit is a class by itself, and is not shown elsewhere: of its rounds nothing else
 * has to be read.
 */
async function answersTo(
  read: Reads,
  asked: OwnAsked[],
): Promise<{ roundId: string; items: ItemResult[]; teams: string[] }[]> {
  if (asked.length === 0) return []
  const [rounds, alone] = [asked.map(({ roundId }) => roundId), asked.map(({ unitId }) => aloneIn(unitId))]
  const keys = asked.flatMap(({ questions }) => itemsOf(questions).map(({ key }) => key))
  const coded = await read
    .select()
    .from(codes)
    .where(and(inArray(codes.roundId, rounds), inArray(codes.classId, alone), inArray(codes.question, keys)))
  const found = nested(coded.map(({ classId: id, question, code }) => [id, question, code]))
  const { id, teams } = classes
  const shown = await read
    .select({ id, teams })
    .from(classes)
    .where(and(inArray(classes.roundId, rounds), inArray(id, alone)))
  const teamsIn = new Map(shown.map((one) => [one.id, one.teams]))
  return asked.map(({ roundId, unitId, questions }) => ({
    roundId,
    items: itemsOf(questions).map((item) => {
      const code = found.get(aloneIn(unitId))?.get(item.key) ?? { shown: 'none' as const }
      return { ...item, sum: add([code], item.bands), pooledAs: null }
    }),
    teams: teamsIn.get(aloneIn(unitId)) ?? [],
  }))
}

/** The class of a unit whose answers are not counted together with a neighbour's. */
const aloneIn = (unitId: string): string => classId('unit', [unitId])
