import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../storage/identifier.ts'
import { boardCards, boards, type CheckIn } from '../../storage/schema/boards.ts'
import { leads } from '../leading.ts'
import { newCode } from './code.ts'
import { inviteToBoard, stageEnd } from './days.ts'

export interface NewBoard {
  teamId: string
  roundId?: string | null
  columns: string[]
  votesEach?: number
  /** What it begins with; without one it begins with writing. */
  checkIn?: CheckIn | null
  /** Days that each stage stays open; null, where people meet. */
  daysEach?: number | null
  /** Topics from the results, in their order: cards that everybody sees from the start. */
  seeds?: { column: number; text: string }[]
}

/** Returns the board's id. Refuses with notAllowed whoever does not lead the team. */
export async function startBoard(context: Context, viewer: Viewer, wanted: NewBoard): Promise<string> {
  const { teamId, roundId = null, columns, votesEach = 3, seeds = [] } = wanted
  const { checkIn = null, daysEach = null } = wanted
  const id = newId()
  await context.store.write(async (tx) => {
    if (!(await leads(tx, viewer, teamId))) throw new Refusal('notAllowed')
    const startedAt = context.clock.now()
    await tx.insert(boards).values({
      id,
      teamId,
      roundId,
      stage: checkIn ? 'arrive' : 'write',
      columns,
      votesEach,
      checkIn,
      daysEach,
      openUntil: stageEnd(daysEach, startedAt),
      code: newCode(),
      locked: false,
      timerEndsAt: null,
      version: 1,
      startedAt,
      endedAt: null,
      cleared: false,
    })
    const ids = seeds.map(newId).sort()
    const cards = seeds.map(({ column, text }, n) => ({
      id: ids[n]!,
      boardId: id,
      column,
      text,
      groupId: newId(),
      mark: null,
      revealed: true,
      hidden: false,
    }))
    if (cards.length > 0) await tx.insert(boardCards).values(cards)
    if (daysEach !== null)
      await inviteToBoard(tx, context, { id, teamId, stage: checkIn ? 'arrive' : 'write' })
  })
  return id
}
