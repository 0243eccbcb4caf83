import { and, desc, eq } from 'drizzle-orm'
import type { Action as Decision } from '#views/retro/board/props.ts'
import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { todayIn } from '../../settings/settings.ts'
import type { Reads } from '../../storage/index.ts'
import { boards } from '../../storage/schema/boards.ts'
import { type Action, actionsFor, actionsOnBoard, addAction, type Wording } from '../actions/actions.ts'
import { changeBoard } from './changes.ts'
import type { Board } from './queries.ts'

/** Returns the action's id. Refuses with notAllowed, boardEnded, or notInThisStage unless the board decides. */
export async function decideOnBoard(
  context: Context,
  viewer: Viewer,
  boardId: string,
  wording: Wording,
): Promise<string> {
  return changeBoard(context, boardId, async (tx, { stage, teamId, roundId }) => {
    if (stage !== 'decide') throw new Refusal('notInThisStage')
    return addAction(tx, context, viewer, { ...wording, teamId, boardId, roundId })
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
