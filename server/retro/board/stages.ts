import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Writes } from '../../storage/index.ts'
import { boardCards, boards, type BoardStage } from '../../storage/schema/boards.ts'
import { changeBoard } from './changes.ts'
import type { Board } from './queries.ts'

export interface Move {
  /** Where whoever moves the board saw it: somebody else may have moved it meanwhile. */
  from: BoardStage
  to: BoardStage
}

/** One stage on or back; leaving `write` reveals all cards at once. Refuses with boardMoved. */
export async function moveStage(context: Context, id: string, { from, to }: Move): Promise<void> {
  await changeBoard(context, id, async (tx, board) => {
    if (board.stage === to) return
    if (board.stage !== from) throw new Refusal('boardMoved')
    if (from === 'write')
      await tx.update(boardCards).set({ revealed: true }).where(eq(boardCards.boardId, id))
    await change(tx, id, { stage: to, timerEndsAt: null })
  })
}

/** Nobody writes, votes or joins while it is locked. */
export async function setLocked(context: Context, id: string, locked: boolean): Promise<void> {
  await changeBoard(context, id, (tx) => change(tx, id, { locked }))
}

/** @param minutes null takes the timer away */
export async function setTimer(context: Context, id: string, minutes: number | null): Promise<void> {
  const timerEndsAt = minutes === null ? null : new Date(context.clock.now().getTime() + minutes * 60_000)
  await changeBoard(context, id, (tx) => change(tx, id, { timerEndsAt }))
}

/** For good. What was never revealed was never meant to be read, and goes. Ended twice is ended once. */
export async function endBoard(context: Context, id: string): Promise<void> {
  await changeBoard(context, id, async (tx) => {
    await tx.delete(boardCards).where(and(eq(boardCards.boardId, id), eq(boardCards.revealed, false)))
    const endedAt = context.clock.now()
    await change(tx, id, { stage: 'ended', endedAt, code: null, locked: false, timerEndsAt: null })
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'boardEnded')) throw error
  })
}

async function change(tx: Writes, id: string, what: Partial<Board>) {
  await tx.update(boards).set(what).where(eq(boards.id, id))
}
