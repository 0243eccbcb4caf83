import { and, eq } from 'drizzle-orm'
import { code, type Code } from '../../disclosure/exact-or-range.ts'
import type { Writes } from '../../storage/index.ts'
import { boardSigns, type BoardMatter } from '../../storage/schema/boards.ts'
import { dropSigns } from './signs.ts'

/** From 1 to 5. */
const bands = ['low', 'low', 'middle', 'high', 'high']
/** The least that any round may have. */
const threshold = 5

/**
 * What a room of five or more said from 1 to 5, coded as the answers of a class are. Told once, when nobody can change
 * it any more: told while people press, each step would be somebody's.
 */
export async function tell(tx: Writes, boardId: string, about: BoardMatter): Promise<Code> {
  const ofBoard = and(eq(boardSigns.boardId, boardId), eq(boardSigns.about, about))
  const said = await tx.select().from(boardSigns).where(ofBoard)
  await dropSigns(tx, boardId, [about])
  const histogram = bands.map((_, level) => said.filter(({ value }) => value === level + 1).length)
  return code(histogram, bands, threshold)
}
