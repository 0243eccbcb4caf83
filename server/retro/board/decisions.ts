import { and, desc, eq } from 'drizzle-orm'
import type { Action as Decision } from '#views/retro/board/props.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { todayIn } from '../../settings/settings.ts'
import type { Reads } from '../../storage/index.ts'
import { boards, type BoardStage } from '../../storage/schema/boards.ts'
import { type Action, actionsFor, actionsOnBoard, addAction, type Wording } from '../actions/actions.ts'
import { changeBoard } from './changes.ts'
import type { Board } from './queries.ts'

/** When something can be decided: while a topic is talked about, and after the last one. */
export const isDeciding = (stage: BoardStage): boolean => stage === 'discuss' || stage === 'decide'

/** Nobody does more until the next retro. */
const mostDecided = 30

/**
 * Written on the wall by whoever leads, or on a phone by anybody who has a seat: it stands on the wall at once.
 * Returns the action's id. Refuses with notInThisStage or boardFull; `refuse` what else stands against it.
 */
export async function decideOnBoard(
  context: Context,
  boardId: string,
  wording: Wording,
  refuse: (board: Board) => void = () => {},
): Promise<string> {
  return changeBoard(context, boardId, async (tx, board) => {
    const { stage, teamId, roundId } = board
    if (!isDeciding(stage)) throw new Refusal('notInThisStage')
    refuse(board)
    if ((await actionsOnBoard(tx, boardId)).length >= mostDecided) throw new Refusal('boardFull')
    return addAction(tx, context, { ...wording, teamId, boardId, roundId })
  })
}

export async function decidedOn(context: Context, boardId: string): Promise<Decision[]> {
  const today = await todayIn(context)
  return (await actionsOnBoard(context.store.read, boardId)).map(asDecision(today))
}

/** What a retro begins with: what is open, and what has ended since the team's retro before. */
export async function fromLastTime(
  read: Reads,
  teamId: string,
  board: Pick<Board, 'id'> | null = null,
): Promise<Action[]> {
  const before = await lastBoard(read, teamId)
  const { open, ended } = await actionsFor(read, teamId, before?.startedAt)
  return [...open, ...ended].filter(({ boardId }) => boardId === null || boardId !== board?.id)
}

async function lastBoard(read: Reads, teamId: string): Promise<Board | undefined> {
  const [last] = await read
    .select()
    .from(boards)
    .where(and(eq(boards.teamId, teamId), eq(boards.stage, 'ended')))
    .orderBy(desc(boards.startedAt), desc(boards.id))
    .limit(1)
  return last
}

export const asDecision =
  (today: string) =>
  ({ id, text, owner, due, state, reason }: Action): Decision => {
    const overdue = state === 'open' && due < today
    return { id, text, owner, due, state, overdue, reason }
  }
