import { and, eq } from 'drizzle-orm'
import { allRounds, ownQuestionsOf } from '../rounds/rounds.ts'
import type { Reads } from '../storage/index.ts'
import { classes, codes } from '../storage/schema/publishing.ts'
import { add } from '../disclosure/add.ts'
import { isPublished, itemsOf, type ItemResult } from './published.ts'

interface OwnResults {
  items: ItemResult[]
  /** Ids of the teams whose people were asked. */
  teams: string[]
}

/**
 * What the people directly in a team were asked for themselves: such a question has a code where its unit is a class
 * by itself, and is not shown elsewhere.
 */
export async function ownResults(read: Reads, roundId: string, teamId: string): Promise<OwnResults> {
  const items = itemsOf(await ownQuestionsOf(read, roundId, teamId))
  if (items.length === 0) return { items: [], teams: [] }
  const ofUnits = await read
    .select()
    .from(classes)
    .where(and(eq(classes.roundId, roundId), eq(classes.cut, 'unit')))
  const around = ofUnits.find(({ teams }) => teams.includes(teamId))
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
  for (const round of (await allRounds(read)).filter(isPublished)) {
    const results = await ownResults(read, round.id, teamId)
    if (results.items.length > 0) answers.push({ round: { id: round.id, name: round.name }, ...results })
  }
  return answers
}
