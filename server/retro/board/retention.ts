import { and, eq, isNull, lt, ne, or } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { organisationOf } from '../../settings/settings.ts'
import { boardCards, boardGroups, boards, boardVotes } from '../../storage/schema/boards.ts'
import { endBoard } from './stages.ts'

const day = 24 * 60 * 60 * 1000
/** A board that nobody ends is over a week after it began, or after its last stage was, so that its cards do not stay for ever. */
const longestDays = 7

/** Ends what was forgotten; deletes the cards, groups and votes of what ended long enough ago. The boards stay. */
export async function tidyBoards(context: Context): Promise<void> {
  const { store, clock } = context
  const organisation = await organisationOf(store.read)
  if (!organisation) return
  const ago = (days: number) => new Date(clock.now().getTime() - days * day)

  const over = or(isNull(boards.openUntil), lt(boards.openUntil, ago(longestDays)))
  const forgotten = and(ne(boards.stage, 'ended'), lt(boards.startedAt, ago(longestDays)), over)
  for (const { id } of await store.read.select().from(boards).where(forgotten)) await endBoard(context, id)

  const due = and(eq(boards.cleared, false), lt(boards.endedAt, ago(organisation.cardsKeptDays)))
  for (const { id } of await store.read.select().from(boards).where(due))
    await store.write(async (tx) => {
      await tx.delete(boardVotes).where(eq(boardVotes.boardId, id))
      await tx.delete(boardGroups).where(eq(boardGroups.boardId, id))
      await tx.delete(boardCards).where(eq(boardCards.boardId, id))
      await tx.update(boards).set({ cleared: true }).where(eq(boards.id, id))
    })
}
