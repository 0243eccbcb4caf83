import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Writes } from '../../storage/index.ts'
import { boardCards, type BoardStage } from '../../storage/schema/boards.ts'
import { changeBoard, setOnBoard } from './changes.ts'
import { inviteToBoard, stageEnd } from './days.ts'
import { clockOfTopic } from './discussion.ts'
import type { Board } from './queries.ts'
import { dropSigns } from './signs.ts'
import { tell } from './told.ts'

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
    await setOnBoard(tx, id, { stage: to, ...(await begun(tx, context, board, to)) })
    if (board.daysEach !== null) await inviteToBoard(tx, context, { ...board, stage: to })
  })
}

/** What a stage begins with: nobody is done, nothing is asked, and how everybody arrived is told as the check-in ends. */
async function begun(tx: Writes, { clock }: Context, board: Board, to: BoardStage): Promise<Partial<Board>> {
  const { id, stage, daysEach } = board
  const arrived = stage === 'arrive' ? { arrived: await tell(tx, id, 'arrived') } : {}
  await dropSigns(tx, id, ['done', 'more'])
  return {
    ...arrived,
    topicId: null,
    asksMore: false,
    timerEndsAt: to === 'discuss' ? clockOfTopic(board, clock.now()) : null,
    openUntil: stageEnd(daysEach, clock.now()),
    mailedOfStage: 0,
  }
}

/** Nobody writes, votes or joins while it is locked. */
export async function setLocked(context: Context, id: string, locked: boolean): Promise<void> {
  await changeBoard(context, id, (tx) => setOnBoard(tx, id, { locked }))
}

/** Who may group: everybody who has a seat, or whoever leads alone. */
export async function setGrouping(context: Context, id: string, everybodyGroups: boolean): Promise<void> {
  await changeBoard(context, id, (tx) => setOnBoard(tx, id, { everybodyGroups }))
}

/** For good. What was never revealed was never meant to be read, and goes. Ended twice is ended once. */
export async function endBoard(context: Context, id: string): Promise<void> {
  await changeBoard(context, id, async (tx) => {
    await tx.delete(boardCards).where(and(eq(boardCards.boardId, id), eq(boardCards.revealed, false)))
    const worth = await tell(tx, id, 'worth')
    await dropSigns(tx, id, ['done', 'more', 'arrived'])
    const closed = {
      code: null,
      locked: false,
      timerEndsAt: null,
      openUntil: null,
      asksMore: false,
      seats: 0,
    }
    await setOnBoard(tx, id, { stage: 'ended', endedAt: context.clock.now(), worth, ...closed })
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'boardEnded')) throw error
  })
}
