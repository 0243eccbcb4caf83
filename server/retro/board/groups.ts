import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../storage/identifier.ts'
import type { Writes } from '../../storage/index.ts'
import { boardCards, boardGroups, boardVotes } from '../../storage/schema/boards.ts'
import { changeBoard } from './changes.ts'
import { refuseUnknownGroup, type Board, type Card } from './queries.ts'

/** Puts the groups that these cards are in together, with their votes and the first heading found. */
export async function groupCards(
  context: Context,
  boardId: string,
  cardIds: string[],
  refuse = whileWriting,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuse(board)
    const groupIds = [...new Set((await revealedCards(tx, boardId, cardIds)).map(({ groupId }) => groupId))]
    if (groupIds.length >= 2) await join(tx, boardId, groupIds)
  })
}

async function join(tx: Writes, boardId: string, groupIds: string[]) {
  const groupId = newId()
  await tx.update(boardCards).set({ groupId }).where(inArray(boardCards.groupId, groupIds))
  await tx.update(boardVotes).set({ groupId }).where(inArray(boardVotes.groupId, groupIds))
  const titled = await tx.delete(boardGroups).where(inArray(boardGroups.id, groupIds)).returning()
  const [first] = groupIds.flatMap((id) => titled.filter((one) => one.id === id))
  if (first) await tx.insert(boardGroups).values({ id: groupId, boardId, title: first.title })
}

/** Takes each card out of its group. Votes stay with the cards left behind, where one of them is shown. */
export async function separateCards(
  context: Context,
  boardId: string,
  cardIds: string[],
  refuse = whileWriting,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuse(board)
    for (const card of await revealedCards(tx, boardId, cardIds)) {
      if (!(await isAlone(tx, card))) await take(tx, card, newId())
    }
  })
}

export interface Move {
  card: string
  /** Null for one of its own. */
  group: string | null
  /** Where it is to stand by itself; left out, where it stood. */
  column?: number | undefined
}

/**
 * One card out of its group into another, or into one of its own (null). Votes stay with the cards left behind; the last
 * card of a group takes them along.
 */
export async function moveCard(
  context: Context,
  boardId: string,
  { card: cardId, group: groupId, column }: Move,
  refuse = whileWriting,
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuse(board)
    const [card] = await revealedCards(tx, boardId, [cardId])
    if (!card || card.groupId === groupId) return
    if (column !== undefined && column >= board.columns.length) throw new Refusal('notUnderstood')
    if (groupId === null && column !== undefined)
      await tx.update(boardCards).set({ column }).where(eq(boardCards.id, card.id))
    if (groupId !== null) await refuseUnknownGroup(tx, boardId, groupId)
    if (!(await isAlone(tx, card))) await take(tx, card, groupId ?? newId())
    else if (groupId !== null) await join(tx, boardId, [groupId, card.groupId])
  })
}

const isAlone = async (tx: Writes, { groupId }: Card): Promise<boolean> =>
  (await tx.$count(boardCards, eq(boardCards.groupId, groupId))) === 1

async function take(tx: Writes, { id, groupId: from }: Card, to: string) {
  await tx.update(boardCards).set({ groupId: to }).where(eq(boardCards.id, id))
  await giveBackVotes(tx, from)
}

/** Whoever leads groups whenever there is something to see. */
export function whileWriting({ stage }: Board) {
  if (stage === 'arrive' || stage === 'write') throw new Refusal('notInThisStage')
}

/** Everybody groups while the room does, unless whoever leads keeps it to themselves. */
export function unlessEverybodyGroups({ stage, locked, everybodyGroups }: Board) {
  if (locked) throw new Refusal('boardLocked')
  if (stage !== 'group') throw new Refusal('notInThisStage')
  if (!everybodyGroups) throw new Refusal('notAllowed')
}

/** Gives a group a heading, or with an empty one takes it away. Refuses with notFound. */
export async function nameGroup(
  context: Context,
  boardId: string,
  groupId: string,
  title: string,
  refuse: (board: Board) => void = () => {},
): Promise<void> {
  await changeBoard(context, boardId, async (tx, board) => {
    refuse(board)
    const inGroup = and(eq(boardCards.boardId, boardId), eq(boardCards.groupId, groupId))
    if ((await tx.$count(boardCards, inGroup)) === 0) throw new Refusal('notFound')
    await tx.delete(boardGroups).where(eq(boardGroups.id, groupId))
    if (title) await tx.insert(boardGroups).values({ id: groupId, boardId, title })
  })
}

/** Hidden cards are not shown to participants nor in the record. A group that is hidden whole gives its votes back. */
export async function hideCards(context: Context, boardId: string, cardIds: string[]): Promise<void> {
  await changeBoard(context, boardId, async (tx) => {
    const cards = await revealedCards(tx, boardId, cardIds)
    await setHidden(tx, cards, true)
    for (const groupId of new Set(cards.map((card) => card.groupId))) await giveBackVotes(tx, groupId)
  })
}

/** Votes for what nobody can see could not be taken back by those who cast them. */
async function giveBackVotes(tx: Writes, groupId: string) {
  const shown = and(eq(boardCards.groupId, groupId), eq(boardCards.hidden, false))
  if ((await tx.$count(boardCards, shown)) > 0) return
  await tx.delete(boardVotes).where(eq(boardVotes.groupId, groupId))
}

export async function showCards(context: Context, boardId: string, cardIds: string[]): Promise<void> {
  await changeBoard(context, boardId, async (tx) =>
    setHidden(tx, await revealedCards(tx, boardId, cardIds), false),
  )
}

async function setHidden(tx: Writes, cards: Card[], hidden: boolean) {
  const ids = cards.map(({ id }) => id)
  if (ids.length > 0) await tx.update(boardCards).set({ hidden }).where(inArray(boardCards.id, ids))
}

/** Refuses with notFound where one of them is not (any more) a card that can be seen on this board. */
async function revealedCards(tx: Writes, boardId: string, cardIds: string[]): Promise<Card[]> {
  const ofBoard = and(eq(boardCards.boardId, boardId), eq(boardCards.revealed, true))
  const cards = await tx
    .select()
    .from(boardCards)
    .where(and(ofBoard, inArray(boardCards.id, cardIds)))
  if (cards.length < new Set(cardIds).size) throw new Refusal('notFound')
  return cardIds.flatMap((id) => cards.filter((card) => card.id === id))
}
