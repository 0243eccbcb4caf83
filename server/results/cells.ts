import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import { ownQuestions } from '../rounds/rounds.ts'
import { inBatches } from '../storage/batches.ts'
import type { Reads } from '../storage/index.ts'
import { sums } from '../storage/schema/publishing.ts'
import { teamPaths } from '../people/people.ts'
import type { Interval, Sum } from '../disclosure/add.ts'
import { organisation } from '../disclosure/partition.ts'
import { classesBeside } from './beside.ts'
import { itemsOf, nested, type Item } from './published.ts'
import type { PublishedRound } from './published-round.ts'
import type { Reading } from './reading.ts'
import { classesSeen } from './classes-seen.ts'

/** One cell as the contract writes it; `n` is absent where nothing is shown. */
export interface PublishedCell {
  question: string
  group: string
  groupName: string
  n?: number
  shown: 'exact' | 'range' | 'none'
  histogram?: number[]
  range?: Record<string, Interval>
}

const groupsAtOnce = 50

/**
 * Exactly what one person may see of a round: their classes, the organisation, their teams. In portions, between
 * which others are answered: for a reader of everything it is megabytes.
 */
export async function* publishedCells(
  read: Reads,
  round: PublishedRound,
  reading: Reading,
): AsyncGenerator<PublishedCell[]> {
  const own = [...(await ownQuestions(read, round.id)).values()].flat()
  const items = itemsOf([...round.questions, ...own])
  for (const some of inBatches(classesSeen(round, reading).seen, groupsAtOnce)) {
    const ids = some.map(({ id }) => id)
    yield cellsOf(some, items, await classesBeside(read, { id: round.id, items }, ids, keysOf(items)))
    await setImmediate()
  }
  for (const some of inBatches(await groupsFor(read, round, reading), groupsAtOnce)) {
    yield cellsOf(
      some,
      items,
      await sumsBeside(
        read,
        round.id,
        some.map(({ id }) => id),
      ),
    )
    await setImmediate()
  }
}

const keysOf = (items: Item[]): string[] => items.map(({ key }) => key)

interface CellGroup {
  id: string
  name: string
}

async function groupsFor(read: Reads, round: PublishedRound, reading: Reading): Promise<CellGroup[]> {
  const paths = [...(await teamPaths(read))].filter(([id]) => reading.teams.has(id))
  return [
    { id: organisation, name: round.organisation },
    ...paths.map(([id, path]) => ({ id, name: path.join(' / ') })),
  ]
}

async function sumsBeside(
  read: Reads,
  roundId: string,
  ids: string[],
): Promise<Map<string, Map<string, Sum>>> {
  const rows = await read
    .select()
    .from(sums)
    .where(and(eq(sums.roundId, roundId), inArray(sums.teamId, ids)))
  return nested(rows.map(({ teamId, question, sum }) => [teamId, question, sum]))
}

const cellsOf = (groups: CellGroup[], items: Item[], found: Map<string, Map<string, Sum>>): PublishedCell[] =>
  groups.flatMap(({ id, name }) =>
    items.flatMap(({ key }) => {
      const sum = found.get(id)?.get(key)
      return sum ? [asCell(key, id, name, sum)] : []
    }),
  )

function asCell(question: string, group: string, groupName: string, sum: Sum): PublishedCell {
  const cell = { question, group, groupName }
  if (sum.shown === 0) return { ...cell, shown: 'none' }
  if (sum.histogram) return { ...cell, n: sum.n, shown: 'exact', histogram: sum.histogram }
  return { ...cell, n: sum.n, shown: 'range', range: sum.bands }
}
