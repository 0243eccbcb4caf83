import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import type { Board, Content } from './board-queries.ts'
import type { Device } from './board-secrets.ts'
import { hiddenCards, mineOf, sightOf, type Sight } from './board-sight.ts'

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
  /** Sixty devices look at the same content. */
  const sights = new WeakMap<Content, { sight: Sight; topicsDigest: string }>()
  function seen(content: Content) {
    const known = sights.get(content) ?? look(content)
    sights.set(content, known)
    return known
  }
  return {
    actionsOf,
    topicsDigest: (content: Content): string => seen(content).topicsDigest,
    async screen(content: Content) {
      const { id, code } = content.board
      return {
        sight: seen(content).sight,
        hidden: hiddenCards(content),
        join: code ? { code, address: `${config.PUBLIC_URL}/join` } : null,
        actions: await actionsOf(id),
      }
    },
    async seat(content: Content) {
      return { sight: seen(content).sight, actions: await actionsOf(content.board.id) }
    },
    mine: (content: Content, device: Device) => mineOf(content, device, seen(content).sight.topics),
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

function look(content: Content) {
  const sight = sightOf(content)
  const topicsDigest = createHash('sha256').update(JSON.stringify(sight.topics)).digest('base64url')
  return { sight, topicsDigest }
}
