import { setImmediate } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { ownQuestions, teamsByUnit } from '../rounds/rounds.ts'
import { newId } from '../storage/identifier.ts'
import { inBatches } from '../storage/batches.ts'
import type { Writes } from '../storage/index.ts'
import { classes, codes, receipts, remarks, sums } from '../storage/schema/publishing.ts'
import { roundUnits } from '../storage/schema/rounds.ts'
import { add, classesWithin } from '../disclosure/add.ts'
import { organisation } from '../disclosure/partition.ts'
import type { Tally } from './tally.ts'
import { known } from '../known.ts'

type Unit = typeof roundUnits.$inferSelect

/** Writes what the tally found: classes, codes, the sums above them, receipts and remarks. */
export async function saveTally(tx: Writes, roundId: string, tally: Tally): Promise<void> {
  const rows = await classRows(tx, roundId, tally)
  await insertAll(rows, (some) => tx.insert(classes).values(some))
  const coded = tally.codes.map(({ classId, question, code }) => ({ roundId, classId, question, code }))
  await insertAll(coded, (some) => tx.insert(codes).values(some))
  const sumOf = summing(rows)
  for (const [question, all] of byQuestion(await askedOfAll(tx, roundId, tally))) {
    const summed = sumOf(all).map((sum) => ({ roundId, question, ...sum }))
    await insertAll(summed, (some) => tx.insert(sums).values(some))
  }
  const received = tally.receipts.map((receipt) => ({ roundId, receipt }))
  await insertAll(received, (some) => tx.insert(receipts).values(some))
  const placed = tally.remarks.map((remark) => ({ id: newId(), roundId, ...remark }))
  await insertAll(placed, (some) => tx.insert(remarks).values(some))
}

/** Requests are answered between batches: on SQLite a statement does not wait for anything by itself. */
async function insertAll<T>(rows: T[], insert: (some: T[]) => PromiseLike<unknown>) {
  for (const some of inBatches(rows, 200)) {
    await insert(some)
    await setImmediate()
  }
}

type ClassRow = typeof classes.$inferInsert

async function classRows(tx: Writes, roundId: string, { partition }: Tally): Promise<ClassRow[]> {
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

/** A unit's own questions have that unit as their cut: they are in no sum. */
async function askedOfAll(tx: Writes, roundId: string, { codes: coded }: Tally): Promise<Tally['codes']> {
  const own = [...(await ownQuestions(tx, roundId)).values()].flat()
  const ids = new Set(own.map(({ id }) => id))
  return coded.filter(({ question }) => !ids.has(question))
}

/** For every team above a class, and for the organisation: what adding the codes up gives, and nothing else. */
function summing(rows: ClassRow[]) {
  const above = new Set(rows.flatMap(({ path }) => path))
  const within = new Map(
    [...above].map((team) => [team, new Set(classesWithin(team, rows).map(({ id }) => id))]),
  )
  return (coded: Tally['codes']) =>
    [organisation, ...above].flatMap((teamId) => {
      const counted = coded.filter(
        ({ classId }) => teamId === organisation || known(within, teamId).has(classId),
      )
      if (counted.length === 0) return []
      return [
        {
          teamId,
          sum: add(
            counted.map((one) => one.code),
            coded[0]!.bands,
          ),
        },
      ]
    })
}

function byQuestion(coded: Tally['codes']): Map<string, Tally['codes']> {
  const grouped = new Map<string, Tally['codes']>()
  for (const one of coded) {
    const all = grouped.get(one.question)
    if (all) all.push(one)
    else grouped.set(one.question, [one])
  }
  return grouped
}
