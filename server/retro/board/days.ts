import { and, eq, inArray, isNotNull, lt, ne } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { queueLetters } from '../../post/post.ts'
import type { Writes } from '../../storage/index.ts'
import { boards, type BoardStage } from '../../storage/schema/boards.ts'
import { ownersFor } from '../actions/actions.ts'
import { leadersOf } from '../leading.ts'
import type { Board } from './queries.ts'

const day = 24 * 60 * 60 * 1000
/** Before its end a stage is told of once more; in milliseconds. */
const soon = day

/** When a stage that begins now is over; null where people meet. */
export const stageEnd = (daysEach: number | null, now: Date): Date | null =>
  daysEach === null ? null : new Date(now.getTime() + daysEach * day)

/** What a letter of a board is about: `over` is told to whoever leads alone. */
export type BoardNews = 'open' | 'soon' | 'over'

export const aboutBoard = (id: string, stage: BoardStage, news: BoardNews): string => `${id}.${stage}.${news}`

export function readAbout(about: string): { id: string; stage: BoardStage; news: BoardNews } {
  const [id, stage, news] = about.split('.') as [string, BoardStage, BoardNews]
  return { id, stage, news }
}

/** Stages in which everybody has something to do; the others are for whoever leads. */
const forEverybody: BoardStage[] = ['arrive', 'write', 'vote', 'decide']

/** Everybody of the team gets the same letter, with the same way in: nobody knows who took part. */
export async function inviteToBoard(
  tx: Writes,
  context: Context,
  board: Pick<Board, 'id' | 'teamId' | 'stage'>,
  news: BoardNews = 'open',
): Promise<void> {
  const { id, teamId, stage } = board
  if (news !== 'over' && !forEverybody.includes(stage)) return
  const addressees =
    news === 'over' ? await leadersOf(tx, teamId) : (await ownersFor(tx, teamId)).map((one) => one.id)
  const letters = addressees.map((addressee) => ({
    kind: 'board' as const,
    addressee,
    about: aboutBoard(id, stage, news),
  }))
  if (letters.length > 0) await queueLetters(tx, context.clock.now(), letters)
}

/** Of boards that stay open for days: a day before a stage ends all are told once more, and at its end whoever leads. */
export async function followBoards(context: Context): Promise<void> {
  const { store, clock } = context
  const now = clock.now()
  const near = and(
    isNotNull(boards.openUntil),
    ne(boards.stage, 'ended'),
    lt(boards.openUntil, new Date(now.getTime() + soon)),
    inArray(boards.mailedOfStage, [0, 1]),
  )
  if ((await store.read.$count(boards, near)) === 0) return
  await store.write(async (tx) => {
    for (const board of await tx.select().from(boards).where(near)) {
      const isOver = board.openUntil !== null && board.openUntil <= now
      if (!isOver && board.mailedOfStage > 0) continue
      await inviteToBoard(tx, context, board, isOver ? 'over' : 'soon')
      await tx
        .update(boards)
        .set({ mailedOfStage: isOver ? 2 : 1 })
        .where(eq(boards.id, board.id))
    }
  })
}
