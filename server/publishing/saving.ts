import { eq } from 'drizzle-orm'
import { newId } from '../storage/identifier.ts'
import { inBatches } from '../storage/batches.ts'
import type { Writes } from '../storage/index.ts'
import { classes, codes, receipts, remarks, sums } from '../storage/schema/publishing.ts'
import { roundTeams, roundUnits } from '../storage/schema/rounds.ts'
import { add } from './add.ts'
import { organisation } from './partition.ts'
import type { Tally } from './tally.ts'

type Unit = typeof roundUnits.$inferSelect

/** Writes what the tally found: classes, codes, the sums above them, receipts and remarks. */
export async function saveTally(tx: Writes, roundId: string, tally: Tally): Promise<void> {
  const rows = await classRows(tx, roundId, tally)
  for (const some of inBatches(rows)) await tx.insert(classes).values(some)
  const coded = tally.codes.map(({ classId, question, code }) => ({ roundId, classId, question, code }))
  for (const some of inBatches(coded)) await tx.insert(codes).values(some)
  const summed = sumRows(rows, tally).map((row) => ({ roundId, ...row }))
  for (const some of inBatches(summed)) await tx.insert(sums).values(some)
  for (const some of inBatches(tally.receipts)) await tx.insert(receipts).values(some.map((receipt) => ({ roundId, receipt })))
  for (const some of inBatches(tally.remarks)) await tx.insert(remarks).values(some.map((remark) => ({ id: newId(), roundId, ...remark })))
}

type ClassRow = typeof classes.$inferInsert

async function classRows(tx: Writes, roundId: string, { partition }: Tally): Promise<ClassRow[]> {
  const units = await tx.select().from(roundUnits).where(eq(roundUnits.roundId, roundId))
  const inUnits = await tx.select().from(roundTeams).where(eq(roundTeams.roundId, roundId))
  const teamsOf = new Map<string, string[]>()
  for (const { unitId, teamId } of inUnits) teamsOf.set(unitId, [...(teamsOf.get(unitId) ?? []), teamId])
  return [...partition].flatMap(([cut, all]) =>
    all.map(({ id, members, path, ballots }) => {
      const within = unitsWithin(cut, members, units)
      return {
        roundId,
        id,
        cut,
        name: nameOf(cut, members, within),
        members,
        teams: within.flatMap((unit) => teamsOf.get(unit.id) ?? []),
        path,
        invited: within.length > 0 ? within.reduce((sum, { size }) => sum + size, 0) : null,
        ballots,
      }
    }),
  )
}

function unitsWithin(cut: string, members: string[], units: Unit[]): Unit[] {
  if (cut === 'unit') return units.filter(({ id }) => members.includes(id))
  if (cut === 'area') return units.filter(({ area }) => members.includes(area))
  return cut === organisation ? units : []
}

const nameOf = (cut: string, members: string[], within: Unit[]): string =>
  cut === 'unit' || cut === 'area' ? within.map(({ name }) => name).sort().join(' + ') : members.join(' + ')

/** For every team above a class, and for the organisation: what adding the codes up gives, and nothing else. */
function sumRows(rows: ClassRow[], { codes: coded }: Tally) {
  const classOf = new Map(rows.map((row) => [row.id, row]))
  const groups = new Map<string, { teamId: string; question: string; bands: string[]; codes: Tally['codes'][number]['code'][] }>()
  for (const { classId, question, bands, code } of coded)
    for (const teamId of [organisation, ...countsTowards(classOf.get(classId)!)]) {
      const key = `${teamId}\n${question}`
      const group = groups.get(key) ?? { teamId, question, bands, codes: [] }
      group.codes.push(code)
      groups.set(key, group)
    }
  return Array.from(groups.values(), ({ teamId, question, bands, codes: all }) => ({ teamId, question, sum: add(all, bands) }))
}

/** The teams that hold everybody in the class; people of one attribute's band are all over the organisation. */
const countsTowards = ({ cut, path }: ClassRow): string[] =>
  cut === 'unit' || cut === 'area' ? path : []
