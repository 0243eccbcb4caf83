import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { changeBoard, setOnBoard } from './changes.ts'
import { refuseUnknownGroup, type Board } from './queries.ts'
import { dropSigns } from './signs.ts'

/** What a topic has, unless the room asks for more; in milliseconds. */
const timeEach = 5 * 60_000

/** Where people meet, a topic has a clock of its own; over days there is none. */
export const clockOfTopic = ({ daysEach }: Pick<Board, 'daysEach'>, now: Date): Date | null =>
  daysEach === null ? new Date(now.getTime() + timeEach) : null

/** Refuses with notInThisStage unless topics are discussed, or with notFound. */
export async function discuss(context: Context, boardId: string, topicId: string): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseUnlessDiscussing(board)
    await refuseUnknownGroup(tx, boardId, topicId)
    await dropSigns(tx, boardId, ['more'])
    const timerEndsAt = clockOfTopic(board, context.clock.now())
    await setOnBoard(tx, boardId, { topicId, asksMore: false, timerEndsAt })
  })
}

/** Asks the phones whether the topic needs more time. Refuses with notInThisStage. */
export async function askForMore(context: Context, boardId: string): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseUnlessDiscussing(board)
    await dropSigns(tx, boardId, ['more'])
    await setOnBoard(tx, boardId, { asksMore: true })
  })
}

function refuseUnlessDiscussing({ stage }: Board) {
  if (stage !== 'discuss') throw new Refusal('notInThisStage')
}
