import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Writes } from '../../storage/index.ts'
import { boardSigns, type BoardMatter, type BoardStage } from '../../storage/schema/boards.ts'
import { changeBoard } from './changes.ts'
import type { Board } from './queries.ts'
import type { Device } from './secrets.ts'

/** Of `done` in which stages somebody can be done. */
const stagesToBeDone: BoardStage[] = ['write', 'group', 'vote']

/** Said again, it is changed. Refuses with boardLocked, or notInThisStage for what is not asked now. */
export async function giveSign(
  context: Context,
  boardId: string,
  device: Device,
  { about, value }: { about: BoardMatter; value: number },
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseSign(board, about)
    const sign = { mark: device.signMark(board, about), boardId, about, value }
    await tx.insert(boardSigns).values(sign).onConflictDoUpdate({ target: boardSigns.mark, set: { value } })
  })
}

/** Refuses with boardLocked or notInThisStage. */
export async function takeSignBack(
  context: Context,
  boardId: string,
  device: Device,
  about: BoardMatter,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseSign(board, about)
    await tx.delete(boardSigns).where(eq(boardSigns.mark, device.signMark(board, about)))
  })
}

export async function dropSigns(tx: Writes, boardId: string, about: BoardMatter[]): Promise<void> {
  await tx.delete(boardSigns).where(and(eq(boardSigns.boardId, boardId), inArray(boardSigns.about, about)))
}

function refuseSign({ stage, locked, asksMore }: Board, about: BoardMatter) {
  if (locked) throw new Refusal('boardLocked')
  const asked = {
    done: stagesToBeDone.includes(stage),
    more: asksMore,
    arrived: stage === 'arrive',
    worth: stage === 'decide',
  }
  if (!asked[about]) throw new Refusal('notInThisStage')
}
