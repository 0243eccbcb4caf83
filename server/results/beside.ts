import { and, eq, inArray } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { codes, sums } from '../storage/schema/publishing.ts'
import { add, type Sum } from '../disclosure/add.ts'
import { nested } from './published.ts'
import type { PublishedRound } from './published-round.ts'
import { known } from '../known.ts'

/** What stands beside others in a table: a sum, and the pool it is of where a team is only a part of one. */
export interface Beside {
  sum: Sum
  pooledAs: string | null
  /** Ids of the teams in that pool. */
  neighbours: string[]
}

/** Several teams of one round beside each other, by team and question; of questions that are shown by unit. */
export async function teamsBeside(
  read: Reads,
  round: PublishedRound,
  teamIds: string[],
  keys: string[],
): Promise<Map<string, Map<string, Beside>>> {
  const rows = await read
    .select()
    .from(sums)
    .where(and(eq(sums.roundId, round.id), inArray(sums.teamId, teamIds), inArray(sums.question, keys)))
  const found = nested(
    rows.map(({ teamId, question, sum }): [string, string, Beside] => [
      teamId,
      question,
      { sum, pooledAs: null, neighbours: [] },
    ]),
  )
  const pools = poolsOf(
    round,
    teamIds.filter((id) => !found.has(id)),
  )
  const pooled = await classesBeside(read, round, [...new Set([...pools.values()].map(({ id }) => id))], keys)
  for (const [teamId, { id, name, teams }] of pools)
    found.set(
      teamId,
      new Map(
        Array.from(pooled.get(id) ?? [], ([key, sum]) => [key, { sum, pooledAs: name, neighbours: teams }]),
      ),
    )
  return found
}

function poolsOf({ classes }: PublishedRound, teamIds: string[]) {
  const byUnit = classes.filter(({ cut }) => cut === 'unit')
  return new Map(
    teamIds.flatMap((teamId) => {
      const around = byUnit.find(({ teams }) => teams.includes(teamId))
      return around ? [[teamId, around] as const] : []
    }),
  )
}

/** Several classes of one round beside each other, by class and question. */
export async function classesBeside(
  read: Reads,
  round: Pick<PublishedRound, 'id' | 'items'>,
  classIds: string[],
  keys: string[],
): Promise<Map<string, Map<string, Sum>>> {
  if (classIds.length === 0) return new Map()
  const bands = new Map(round.items.map((item) => [item.key, item.bands]))
  const rows = await read
    .select()
    .from(codes)
    .where(and(eq(codes.roundId, round.id), inArray(codes.classId, classIds), inArray(codes.question, keys)))
  return nested(
    rows.map(({ classId, question, code }): [string, string, Sum] => [
      classId,
      question,
      add([code], known(bands, question)),
    ]),
  )
}
