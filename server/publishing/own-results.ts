import { and, eq } from 'drizzle-orm'
import { allRounds, ownQuestionsOf } from '../rounds/rounds.ts'
import type { Reads } from '../storage/index.ts'
import { classes, codes } from '../storage/schema/publishing.ts'
import { add } from './add.ts'
import { isPublished, itemsOf } from './published.ts'
import type { ItemResult } from './results.ts'

/** A unit's own questions have a code where it is a class by itself, and are not shown elsewhere. */
export async function ownResults(read: Reads, roundId: string, teamId: string): Promise<ItemResult[]> {
  const items = itemsOf(await ownQuestionsOf(read, roundId, teamId))
  if (items.length === 0) return []
  const ofUnits = await read
    .select()
    .from(classes)
    .where(and(eq(classes.roundId, roundId), eq(classes.cut, 'unit')))
  const around = ofUnits.find(({ teams }) => teams.includes(teamId))?.id ?? ''
  const coded = await read
    .select()
    .from(codes)
    .where(and(eq(codes.roundId, roundId), eq(codes.classId, around)))
  return items.map((item) => {
    const code = coded.find(({ question }) => question === item.key)?.code ?? { shown: 'none' as const }
    return { ...item, sum: add([code], item.bands), pooledAs: null }
  })
}

export interface OwnAnswers {
  round: { id: string; name: string }
  items: ItemResult[]
}

/** What a team's own people were ever asked for themselves, the newest round first. */
export async function ownAnswersOf(read: Reads, teamId: string): Promise<OwnAnswers[]> {
  const answers: OwnAnswers[] = []
  for (const round of (await allRounds(read)).filter(isPublished)) {
    const items = await ownResults(read, round.id, teamId)
    if (items.length > 0) answers.push({ round: { id: round.id, name: round.name }, items })
  }
  return answers
}
