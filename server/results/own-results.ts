import { and, eq } from 'drizzle-orm'
import { ownQuestionsEver, ownQuestionsOf } from '../rounds/rounds.ts'
import type { Question } from '../storage/schema/questions.ts'
import type { Reads } from '../storage/index.ts'
import { codes } from '../storage/schema/publishing.ts'
import { add } from '../disclosure/add.ts'
import { itemsOf, type ItemResult } from './published.ts'
import { listPublished } from './published-rounds.ts'
import { publishedRound, type PublishedRound } from './published-round.ts'

interface OwnResults {
  items: ItemResult[]
  /** Ids of the teams whose people were asked. */
  teams: string[]
}

/**
 * What the people directly in a team were asked for themselves: such a question has a code where its unit is a class
 * by itself, and is not shown elsewhere.
 */
export const ownResults = async (read: Reads, round: PublishedRound, teamId: string): Promise<OwnResults> =>
  answersTo(await ownQuestionsOf(read, round.id, teamId), read, round, teamId)

async function answersTo(
  asked: Question[],
  read: Reads,
  { id: roundId, classes }: PublishedRound,
  teamId: string,
): Promise<OwnResults> {
  const items = itemsOf(asked)
  if (items.length === 0) return { items: [], teams: [] }
  const around = classes.find(({ cut, teams }) => cut === 'unit' && teams.includes(teamId))
  const coded = await read
    .select()
    .from(codes)
    .where(and(eq(codes.roundId, roundId), eq(codes.classId, around?.id ?? '')))
  return {
    items: items.map((item) => {
      const code = coded.find(({ question }) => question === item.key)?.code ?? { shown: 'none' as const }
      return { ...item, sum: add([code], item.bands), pooledAs: null }
    }),
    teams: around?.teams ?? [],
  }
}

export interface OwnAnswers extends OwnResults {
  round: { id: string; name: string }
}

/** What they were ever asked, the newest round first. */
export async function ownAnswersOf(read: Reads, teamId: string): Promise<OwnAnswers[]> {
  const answers: OwnAnswers[] = []
  const asked = await ownQuestionsEver(read, teamId)
  for (const { id, name } of await listPublished(read)) {
    const own = asked.get(id) ?? []
    if (itemsOf(own).length === 0) continue
    answers.push({
      round: { id, name },
      ...(await answersTo(own, read, await publishedRound(read, id), teamId)),
    })
  }
  return answers
}
