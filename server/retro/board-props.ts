import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import type { Board, Content } from './board-queries.ts'
import type { Device } from './board-secrets.ts'
import { hiddenCards, mineOf, sightOf } from './board-sight.ts'

/** What a retro decided, as it is read. */
export interface Decision {
  id: string
  text: string
  owner: string
  due: string
}

export interface BoardOptions {
  /** What was decided on a board. */
  actionsOf?: (boardId: string) => Promise<Decision[]>
  /** Where a fault of ours is reported. */
  report?: (line: string) => void
}

/** What pages and streams show of a board: one place, so that they show the same. */
export function boardProps({ config }: Context, { actionsOf = async () => [] }: BoardOptions) {
  return {
    actionsOf,
    async screen(content: Content) {
      const { id, code } = content.board
      return {
        sight: sightOf(content),
        hidden: hiddenCards(content),
        join: code ? { code, address: `${config.PUBLIC_URL}/join` } : null,
        actions: await actionsOf(id),
      }
    },
    async seat(content: Content) {
      return { sight: sightOf(content), actions: await actionsOf(content.board.id) }
    },
    mine: (content: Content, device: Device) => mineOf(content, device, sightOf(content).topics),
    /** An empty form for a card, in the column of the one before. */
    write: ({ id, columns }: Board, column = '0') => ({
      boardId: id,
      cardId: newId(),
      columns,
      typed: { column },
      faults: {},
    }),
  }
}

export type BoardProps = ReturnType<typeof boardProps>
