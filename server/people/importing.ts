import { eq, lt, ne } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf, raiseRosterVersion } from '../settings/settings.ts'
import { newId } from '../storage/identifier.ts'
import type { Writes } from '../storage/index.ts'
import { type ImportReport, rosterImports } from '../storage/schema/roster-imports.ts'
import { applyDifference, type Progress } from './applying.ts'
import { differenceWithPauses, type Rename } from './difference.ts'
import { readPath } from './paths.ts'
import { currentRoster, teamPaths } from './queries.ts'
import { differenceReport, faultReport, nothingYet } from './report.ts'
import { readRoster } from './roster.ts'

const day = 24 * 60 * 60 * 1000

/** Work under way in this process. A restart forgets it: an import still `reading` without it was interrupted. */
const underWay = new Map<string, Progress>()

export const importProgress = (id: string): Progress | null => underWay.get(id) ?? null

/** Begins to read a roster and returns the import's id; reading and comparing go on beside it. */
export async function startImport(
  context: Context,
  source: Buffer,
  pasted: string | null,
): Promise<{ id: string; done: Promise<void> }> {
  const id = newId()
  const row = {
    id,
    state: 'reading' as const,
    madeAt: context.clock.now(),
    rosterVersion: 0,
    pasted,
    people: [],
    report: nothingYet,
  }
  await context.store.write((tx) => tx.insert(rosterImports).values(row))
  return { id, done: tracked(id, (progress) => readAndCompare(context, id, source, progress)) }
}

async function tracked(id: string, work: (progress: Progress) => Promise<void>) {
  const progress: Progress = { work: 'reading', done: 0, total: 0 }
  underWay.set(id, progress)
  try {
    await work(progress)
  } finally {
    underWay.delete(id)
  }
}

async function readAndCompare(context: Context, id: string, source: Buffer, progress: Progress) {
  const today = (await teamPaths(context.store.read)).values()
  const { people, faults, faultCount } = await readRoster(source, (lines) => (progress.done = lines), today)
  if (faultCount > 0) return save(context, id, { state: 'faulty', report: faultReport(faults, faultCount) })

  const { rosterVersion } = (await organisationOf(context.store.read))!
  const current = await currentRoster(context.store.read)
  const asWritten = await differenceWithPauses(current, people)
  const { renamesOffered } = asWritten
  const changes =
    renamesOffered.length === 0 ? asWritten : await differenceWithPauses(current, people, renamesOffered)
  if (changes.faults.length > 0)
    return save(context, id, {
      state: 'faulty',
      report: faultReport([{ line: 0, fault: 'noAdministrator' }], 1),
    })
  await save(context, id, { state: 'ready', people, rosterVersion, report: differenceReport(changes) })
}

type Saved = Partial<typeof rosterImports.$inferInsert>

const save = async ({ store }: Context, id: string, change: Saved) =>
  store.write(async (tx) => {
    await tx.update(rosterImports).set(change).where(eq(rosterImports.id, id))
  })

export interface RosterImport {
  id: string
  state: 'reading' | 'faulty' | 'ready' | 'applied' | 'overtaken' | 'interrupted'
  pasted: string | null
  report: ImportReport
}

/** Refuses with notFound. */
export async function importById({ store }: Context, id: string): Promise<RosterImport> {
  const { id: _id, state, pasted, report, rosterVersion } = rosterImports
  const [row] = await store.read
    .select({ state, pasted, report, rosterVersion })
    .from(rosterImports)
    .where(eq(_id, id))
  if (!row) throw new Refusal('notFound')
  const current = (await organisationOf(store.read))!.rosterVersion
  const overtaken = row.state === 'ready' && row.rosterVersion !== current
  const interrupted = row.state === 'reading' && !underWay.has(id)
  return { id, ...row, state: overtaken ? 'overtaken' : interrupted ? 'interrupted' : row.state }
}

/**
 * Applies an import that is ready, all of it or nothing. Refuses with rosterNotReady, or with rosterChanged when
 * somebody changed the roster since the preview.
 */
export async function applyImport(
  context: Context,
  by: string,
  id: string,
  renames: string[],
): Promise<{ done: Promise<void> }> {
  const { state, report } = await importById(context, id)
  if (state === 'overtaken') throw new Refusal('rosterChanged')
  if (state !== 'ready' || underWay.has(id)) throw new Refusal('rosterNotReady')
  const accepted = report.renames
    .filter(({ teamId }) => renames.includes(teamId))
    .map(({ teamId, from, to }) => ({ teamId, from: readPath(from), to: readPath(to) }))
  return { done: tracked(id, (progress) => apply(context, by, id, accepted, progress)) }
}

async function apply(context: Context, by: string, id: string, accepted: Rename[], progress: Progress) {
  progress.work = 'applying'
  const [row] = await context.store.read.select().from(rosterImports).where(eq(rosterImports.id, id))
  const current = await currentRoster(context.store.read)
  const changes = await differenceWithPauses(current, row!.people, accepted)

  await context.store.write(async (tx) => {
    const { rosterVersion } = (await organisationOf(tx))!
    if (rosterVersion !== row!.rosterVersion) throw new Refusal('rosterChanged')
    await applyDifference(tx, changes, progress)
    await raiseRosterVersion(tx)
    await record(tx, context, by, 'roster imported', {
      joined: changes.joins.length,
      left: changes.leaves.length,
      moved: changes.moves.length,
    })
    await tx
      .update(rosterImports)
      .set({ state: 'applied', people: [], pasted: null })
      .where(eq(rosterImports.id, id))
  })
  context.wake()
}

/** Whoever is removed is in no preview, no report and no pasted text either; that they changed the roster is still told. */
export async function emptyImports(tx: Writes): Promise<void> {
  await tx.update(rosterImports).set({ people: [], pasted: null })
  await tx.update(rosterImports).set({ report: nothingYet }).where(ne(rosterImports.state, 'faulty'))
}

/** A roster is kept only as long as somebody may be looking at its preview. */
export async function dropOldImports({ store, clock }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - day)
  await store.write((tx) => tx.delete(rosterImports).where(lt(rosterImports.madeAt, before)))
}
