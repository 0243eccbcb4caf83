import { inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { plainHeading } from '../files/headings.ts'
import type { Reads } from '../storage/index.ts'
import { assignedColumns, type RosterColumn, type Understood } from '../storage/schema/roster-imports.ts'
import { readColumns, type Assigned } from './reading/headers.ts'

/** What headings mean by what administrators said so far, and by what is said with this file. */
export async function assignedSoFar(read: Reads, now: Assigned): Promise<Assigned> {
  const rows = await read.select().from(assignedColumns)
  const before = rows.map(({ heading, column }) => [heading, column] as const)
  return new Map([...before, ...now])
}

/** Remembers what was said of a file's headings, where they would not have been understood so by themselves. */
export async function rememberAssigned({ store }: Context, said: Assigned, columns: Understood['columns']) {
  const headings = columns.map(({ heading }) => heading)
  const { faults } = readColumns(headings, 1, said)
  if (said.size === 0 || faults.length > 0) return
  const usual = meanings(headings)
  const known = [...said].filter(([heading]) => usual.has(heading))
  const learnt = known.filter(([heading, column]) => usual.get(heading) !== column)
  await store.write(async (tx) => {
    const spoken = known.map(([heading]) => heading)
    await tx.delete(assignedColumns).where(inArray(assignedColumns.heading, spoken))
    if (learnt.length > 0)
      await tx.insert(assignedColumns).values(learnt.map(([heading, column]) => ({ heading, column })))
  })
}

function meanings(headings: string[]): Map<string, RosterColumn | null> {
  const found = new Map(
    Array.from(readColumns(headings, 1, new Map()).columns, ([column, at]) => [at, column]),
  )
  return new Map(headings.map((heading, at) => [plainHeading(heading), found.get(at) ?? null]))
}
