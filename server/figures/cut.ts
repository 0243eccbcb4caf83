import { createHash } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { pool } from '../disclosure/pooling.ts'
import type { Reads } from '../storage/index.ts'
import { organisation } from './ready.ts'
import type { CodedBefore } from './kept.ts'
import type { Sum } from '../disclosure/add.ts'
import { adoption, adoptionSums, figureMonths } from '../storage/schema/figures.ts'
import { classes } from '../storage/schema/publishing.ts'
import { rounds } from '../storage/schema/rounds.ts'
import type { SeatClass } from '../storage/schema/figure-imports.ts'
import type { Tree } from './tree.ts'
import { known } from '../known.ts'

/** Who is counted with whom in a month, and what is shown or was shown of them. */
export interface Cut {
  threshold: number
  classes: CodedBefore[]
  /** What was shown of the organisation, where a file of numbers alone was all there was. */
  sum: Sum | null
}

const leastThreshold = 5

/**
 * The classes a month's adoption is counted in: those it was counted in before, so that nothing is ever shown in
 * two cuts, even if the month was removed since; else those of the round published for that month, or the last one before it, or the first after it;
 * else none yet.
 */
export async function cutOf(read: Reads, source: string, month: string): Promise<Cut> {
  return (await cutBefore(read, source, month)) ?? (await cutOfRound(read, month))
}

async function cutBefore(read: Reads, source: string, month: string): Promise<Cut | null> {
  const same = and(
    eq(figureMonths.kind, 'adoption'),
    eq(figureMonths.source, source),
    eq(figureMonths.month, month),
  )
  const [before] = await read.select().from(figureMonths).where(same)
  if (!before) return null
  const { classId: id, name, teams, path, code } = adoption
  const found = await read
    .select({ id, name, teams, path, code })
    .from(adoption)
    .where(and(eq(adoption.source, source), eq(adoption.month, month)))
    .orderBy(asc(id))
  const { source: from, month: of, teamId, sum } = adoptionSums
  const [whole] = await read
    .select({ sum })
    .from(adoptionSums)
    .where(and(eq(from, source), eq(of, month), eq(teamId, organisation)))
  return { threshold: before.threshold, classes: found, sum: whole?.sum ?? null }
}

async function cutOfRound(read: Reads, month: string): Promise<Cut> {
  const closed = await read
    .select()
    .from(rounds)
    .where(eq(rounds.state, 'closed'))
    .orderBy(asc(rounds.opensAt), asc(rounds.id))
  const published = closed.filter(({ outcome }) => outcome?.published)
  const upTo = published.filter((round) => round.month <= month)
  const round = upTo.toSorted((a, b) => (a.month < b.month ? -1 : 1)).at(-1) ?? published[0]
  if (!round) return { threshold: leastThreshold, classes: [], sum: null }
  const { id, name, teams, path } = classes
  const found = await read
    .select({ id, name, teams, path })
    .from(classes)
    .where(and(eq(classes.roundId, round.id), eq(classes.cut, 'unit')))
    .orderBy(asc(id))
  return { threshold: round.threshold, classes: found, sum: null }
}

/** Teams with seats that no class holds are pooled by their seats; those that stay too few together are in none. */
export function completed(cut: Cut, seats: Map<string, number>, tree: Tree): Cut {
  const held = new Set(cut.classes.flatMap(({ teams }) => teams))
  const left = [...seats.keys()].filter((id) => !held.has(id))
  const inner = new Set(left.flatMap((id) => known(tree.lineage, id).slice(0, -1)))
  const leaves = left.map((id) => {
    const lineage = known(tree.lineage, id)
    // An inner team stands for the people directly in it, beside the teams below.
    return { id, size: known(seats, id), path: inner.has(id) ? lineage : lineage.slice(0, -1) }
  })
  const pooled = pool(leaves, cut.threshold).map(({ members, path }): SeatClass => {
    const [only] = members
    return {
      id: classId(members),
      name: members
        .map((id) => known(tree.paths, id).at(-1)!)
        .sort()
        .join(' + '),
      teams: members,
      path: only !== undefined && members.length === 1 && !inner.has(only) ? [...path, only] : path,
    }
  })
  return { ...cut, classes: [...cut.classes, ...pooled] }
}

const classId = (members: string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(['seats', ...members]))
    .digest('hex')
    .slice(0, 32)
