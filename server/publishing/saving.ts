import { setImmediate } from 'node:timers/promises'
import { ownQuestions } from '../rounds/rounds.ts'
import { newId } from '../storage/identifier.ts'
import { inBatches } from '../storage/batches.ts'
import type { Writes } from '../storage/index.ts'
import { classes, codes, receipts, remarks, sums } from '../storage/schema/publishing.ts'
import type { Tally } from './ballot-box.ts'
import { classRows } from './class-rows.ts'
import { summing } from './sums.ts'

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

/** A unit's own questions have that unit as their cut: they are in no sum. */
async function askedOfAll(tx: Writes, roundId: string, { codes: coded }: Tally): Promise<Tally['codes']> {
  const own = [...(await ownQuestions(tx, roundId)).values()].flat()
  const ids = new Set(own.map(({ id }) => id))
  return coded.filter(({ question }) => !ids.has(question))
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
