import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Viewer } from '../../access/access.ts'
import { readingOf } from '../../results/results.ts'
import { Refusal } from '../../refusal.ts'
import type { Reads } from '../../storage/index.ts'
import { boardCards, boardGroups, boards, boardSigns, boardVotes } from '../../storage/schema/boards.ts'
import { leads } from '../leading.ts'

export type Board = typeof boards.$inferSelect
export type Card = typeof boardCards.$inferSelect

/** Refuses with notFound. */
export async function boardById(read: Reads, id: string): Promise<Board> {
  const [board] = await read.select().from(boards).where(eq(boards.id, id))
  if (!board) throw new Refusal('notFound')
  return board
}

/** Null for a code that no board has, or has any more. */
export async function boardByCode(read: Reads, code: string): Promise<Board | null> {
  const [board] = await read.select().from(boards).where(eq(boards.code, code))
  return board ?? null
}

/** Refuses with notFound, or notAllowed to anybody who does not lead the team. */
export async function boardToLead(read: Reads, viewer: Viewer | null, id: string): Promise<Board> {
  const board = await boardById(read, id)
  if (!(await leads(read, viewer, board.teamId))) throw new Refusal('notAllowed')
  return board
}

export interface BoardsOfViewer {
  /** Teams whose retros the viewer can hold. */
  leads: Set<string>
  /** Of one page: what is running, then the newest first; of teams the viewer does not lead, only what has ended. */
  boards: Board[]
  /** From 0. */
  page: number
  pages: number
}

const boardsAtOnce = 50

/** @param wanted which page, from 1 */
export async function boardsOf(read: Reads, viewer: Viewer, wanted: number): Promise<BoardsOfViewer> {
  const reading = await readingOf(read, viewer)
  const teams = [...reading.teams]
  const leads = teams.filter((id) => reading.leads(id))
  const others = teams.filter((id) => !reading.leads(id))
  const hasEnded = eq(boards.stage, 'ended')
  const rows = await read
    .select({ board: boards, of: sql`count(*) over ()`.mapWith(Number) })
    .from(boards)
    .where(or(inArray(boards.teamId, leads), and(hasEnded, inArray(boards.teamId, others))))
    .orderBy(sql`case when ${hasEnded} then 1 else 0 end`, desc(boards.startedAt), asc(boards.id))
    .limit(boardsAtOnce)
    .offset((wanted - 1) * boardsAtOnce)
  const pages = Math.ceil((rows[0]?.of ?? 0) / boardsAtOnce)
  return {
    leads: new Set(leads),
    boards: rows.map(({ board }) => board),
    page: wanted - 1,
    pages: Math.max(wanted, pages),
  }
}

/** Everything on a board. */
export interface Content {
  board: Board
  /** Topics from the results first, as ordered; then cards in an order that tells nothing of when each was written. */
  cards: Card[]
  titles: Map<string, string>
  votes: (typeof boardVotes.$inferSelect)[]
  signs: (typeof boardSigns.$inferSelect)[]
}

/** Refuses with notFound what is no group of shown cards on this board (any more). */
export async function refuseUnknownGroup(read: Reads, boardId: string, groupId: string): Promise<void> {
  const ofGroup = [eq(boardCards.boardId, boardId), eq(boardCards.groupId, groupId)]
  const shown = and(...ofGroup, eq(boardCards.revealed, true), eq(boardCards.hidden, false))
  if ((await read.$count(boardCards, shown)) === 0) throw new Refusal('notFound')
}

export async function contentOf(read: Reads, id: string): Promise<Content> {
  const board = await boardById(read, id)
  const [cards, groups, votes, signs] = await Promise.all([
    read.select().from(boardCards).where(eq(boardCards.boardId, id)),
    read.select().from(boardGroups).where(eq(boardGroups.boardId, id)),
    read.select().from(boardVotes).where(eq(boardVotes.boardId, id)),
    read.select().from(boardSigns).where(eq(boardSigns.boardId, id)),
  ])
  cards.sort((a, b) => Number(a.mark !== null) - Number(b.mark !== null) || (a.id < b.id ? -1 : 1))
  return { board, cards, votes, signs, titles: new Map(groups.map((group) => [group.id, group.title])) }
}
