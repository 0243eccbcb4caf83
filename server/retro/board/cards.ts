import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../storage/identifier.ts'
import type { Reads } from '../../storage/index.ts'
import { boardCards, type BoardStage } from '../../storage/schema/boards.ts'
import { changeBoard } from './changes.ts'
import type { Board, Card } from './queries.ts'
import type { Device } from './secrets.ts'

/** What one board holds; past it nobody reads a wall any more. */
const mostCards = 500

export interface WrittenCard {
  /** Made with the form, so that a card sent twice is the same card. */
  id: string
  column: number
  text: string
}

/** Beside the turned cards too, for whoever was still writing. Refuses with boardLocked, notInThisStage, boardFull, or notUnderstood for a column the board does not have. */
export async function writeCard(
  context: Context,
  boardId: string,
  device: Device,
  { id, column, text }: WrittenCard,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    const [sent] = await tx.select().from(boardCards).where(eq(boardCards.id, id))
    if (sent && device.wrote(sent)) return
    refuseWriting(board, ['write', 'group'])
    if (column >= board.columns.length) throw new Refusal('notUnderstood')
    if ((await tx.$count(boardCards, eq(boardCards.boardId, boardId))) >= mostCards)
      throw new Refusal('boardFull')
    const card = { id, boardId, column, text, mark: device.cardMark(id) }
    // Half written when the cards were turned over, it lies beside them, face up.
    const revealed = board.stage !== 'write'
    await tx.insert(boardCards).values({ ...card, groupId: newId(), revealed, hidden: false })
  })
}

/** Refuses with notYourCard, boardLocked or notInThisStage. */
export async function changeCard(
  context: Context,
  boardId: string,
  device: Device,
  { id, column, text }: WrittenCard,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseWriting(board)
    await ownCard(tx, board, device, id)
    if (column >= board.columns.length) throw new Refusal('notUnderstood')
    await tx.update(boardCards).set({ column, text }).where(eq(boardCards.id, id))
  })
}

/** Gone already is gone. Refuses with notYourCard, boardLocked or notInThisStage. */
export async function removeCard(
  context: Context,
  boardId: string,
  device: Device,
  id: string,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuseWriting(board)
    const [card] = await tx.select().from(boardCards).where(eq(boardCards.id, id))
    if (!card) return
    await ownCard(tx, board, device, id)
    await tx.delete(boardCards).where(eq(boardCards.id, id))
  })
}

/** The card, if this device wrote it and nobody has seen it yet. Refuses with notFound or notYourCard. */
export async function ownCard(read: Reads, board: Board, device: Device, id: string): Promise<Card> {
  const [card] = await read.select().from(boardCards).where(eq(boardCards.id, id))
  if (card?.boardId !== board.id) throw new Refusal('notFound')
  if (!device.wrote(card)) throw new Refusal('notYourCard')
  return card
}

function refuseWriting({ stage, locked }: Board, stages: BoardStage[] = ['write']) {
  if (locked) throw new Refusal('boardLocked')
  if (!stages.includes(stage)) throw new Refusal('notInThisStage')
}
