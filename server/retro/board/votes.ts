import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Writes } from '../../storage/index.ts'
import { boardVotes } from '../../storage/schema/boards.ts'
import { changeBoard } from './changes.ts'
import { refuseUnknownGroup, type Board } from './queries.ts'
import type { Device } from './secrets.ts'

interface Vote {
  group: string
  /** Which of the device's votes, from 0: sent twice, it is one vote. Left out, the next one that is free. */
  number?: number | undefined
}

/** Refuses with votesSpent, boardLocked, notInThisStage, or notFound for a group that is not there (any more). */
export async function castVote(
  context: Context,
  boardId: string,
  device: Device,
  { group: groupId, number }: Vote,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseVoting(board)
    await refuseUnknownGroup(tx, boardId, groupId)
    const marks = device.voteMarks(board)
    const cast = new Map((await votesUnder(tx, marks)).map((vote) => [vote.mark, vote.groupId]))
    const mark = number === undefined ? undefined : marks[number]
    if (mark && cast.get(mark) === groupId) return
    const free = mark && !cast.has(mark) ? mark : marks.find((one) => !cast.has(one))
    if (!free) throw new Refusal('votesSpent')
    await tx.insert(boardVotes).values({ mark: free, boardId, groupId })
  })
}

/** Takes back one of the device's votes, if there is such a one. Refuses with boardLocked or notInThisStage. */
export async function withdrawVote(
  context: Context,
  boardId: string,
  device: Device,
  { group, number }: Partial<Vote>,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseVoting(board)
    const marks = device.voteMarks(board)
    const ofGroup = (await votesUnder(tx, marks)).find(({ groupId }) => groupId === group)?.mark
    const mark = number === undefined ? ofGroup : marks[number]
    if (mark) await tx.delete(boardVotes).where(eq(boardVotes.mark, mark))
  })
}

const votesUnder = (tx: Writes, marks: string[]) =>
  tx.select().from(boardVotes).where(inArray(boardVotes.mark, marks))

function refuseVoting({ stage, locked }: Board) {
  if (locked) throw new Refusal('boardLocked')
  if (stage !== 'vote') throw new Refusal('notInThisStage')
}
