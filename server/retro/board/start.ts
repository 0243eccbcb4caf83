import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../storage/identifier.ts'
import { boardCards, boards } from '../../storage/schema/boards.ts'
import { newCode } from './code.ts'
import { leads } from '../leading.ts'

/** Which column of each template is for what is better, for what is worse, and for what is neither. */
const sides = {
  ai: { better: 0, worse: 1, neither: 2 },
  plain: { better: 0, worse: 1, neither: 2 },
  start: { better: 2, worse: 1, neither: 2 },
  learned: { better: 0, worse: 2, neither: 3 },
}

export type Template = keyof typeof sides
export const templates = Object.keys(sides) as Template[]

/** What the columns of each template are called. */
export type Columns = Record<Template, string[]>

export const columnFor = (template: Template, side: 'better' | 'worse' | null): number =>
  sides[template][side ?? 'neither']

export interface NewBoard {
  teamId: string
  roundId?: string | null
  columns: string[]
  votesEach?: number
  /** Topics from the results, in their order: cards that everybody sees from the start. */
  seeds?: { column: number; text: string }[]
}

/** Returns the board's id. Refuses with notAllowed whoever does not lead the team. */
export async function startBoard(context: Context, viewer: Viewer, wanted: NewBoard): Promise<string> {
  const { teamId, roundId = null, columns, votesEach = 3, seeds = [] } = wanted
  const id = newId()
  await context.store.write(async (tx) => {
    if (!(await leads(tx, viewer, teamId))) throw new Refusal('notAllowed')
    await tx.insert(boards).values({
      id,
      teamId,
      roundId,
      stage: 'write',
      columns,
      votesEach,
      code: newCode(),
      locked: false,
      timerEndsAt: null,
      version: 1,
      startedAt: context.clock.now(),
      endedAt: null,
      cleared: false,
    })
    const ids = seeds.map(newId).sort()
    const cards = seeds.map(({ column, text }, n) => ({
      id: ids[n]!,
      boardId: id,
      column,
      text,
      groupId: newId(),
      mark: null,
      revealed: true,
      hidden: false,
    }))
    if (cards.length > 0) await tx.insert(boardCards).values(cards)
  })
  return id
}
