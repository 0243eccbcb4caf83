import { eq } from 'drizzle-orm'
import { teamsByUnit } from '../rounds/rounds.ts'
import type { Writes } from '../storage/index.ts'
import { classes } from '../storage/schema/publishing.ts'
import { roundUnits } from '../storage/schema/rounds.ts'
import { organisation } from '../disclosure/partition.ts'
import type { Tally } from './ballot-box.ts'
import { known } from '../known.ts'

type Unit = typeof roundUnits.$inferSelect

export type ClassRow = typeof classes.$inferInsert

export async function classRows(tx: Writes, roundId: string, { partition }: Tally): Promise<ClassRow[]> {
  const units = await tx.select().from(roundUnits).where(eq(roundUnits.roundId, roundId))
  const teams = await teamsByUnit(tx, roundId)
  return [...partition].flatMap(([cut, all]) =>
    all.map(({ id, members, path, ballots }) => {
      const within = unitsWithin(cut, members, units)
      return {
        roundId,
        id,
        cut,
        name: nameOf(cut, members, within),
        members,
        teams: within.flatMap(({ id: unit }) => known(teams, unit).map(({ teamId }) => teamId)),
        path,
        invited: within.length > 0 ? within.reduce((sum, { size }) => sum + size, 0) : null,
        ballots,
      }
    }),
  )
}

function unitsWithin(cut: string, members: string[], units: Unit[]): Unit[] {
  const parts = new Set(members)
  if (cut === 'unit') return units.filter(({ id }) => parts.has(id))
  if (cut === 'area') return units.filter(({ area }) => parts.has(area))
  return cut === organisation ? units : []
}

const nameOf = (cut: string, members: string[], within: Unit[]): string =>
  cut === 'unit' || cut === 'area'
    ? within
        .map(({ name }) => name)
        .sort()
        .join(' + ')
    : members.join(' + ')
