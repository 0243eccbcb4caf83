import { eq, ne } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Imports, type ImportState } from '../files/imports.ts'
import { Refusal } from '../refusal.ts'
import { theOrganisation, raiseRosterVersion } from '../settings/settings.ts'
import type { Writes } from '../storage/index.ts'
import { type ImportReport, rosterImports } from '../storage/schema/roster-imports.ts'
import { applyDifference, type Progress } from './applying.ts'
import { differenceWithPauses, type Rename } from './difference.ts'
import { readPath } from './paths.ts'
import { assignedSoFar, rememberAssigned } from './assigned.ts'
import { manyLeave } from './leaving.ts'
import { currentRoster, teamPaths } from './queries.ts'
import { differenceReport, faultReport, nothingYet } from './report.ts'
import { readRoster, type Assigned } from './roster.ts'
import { dropOldUndos, keepForUndo, stateBefore } from './undo/keeping.ts'

const imports = new Imports<typeof rosterImports, Progress>('roster', rosterImports, {
  rosterVersion: 0,
  people: [],
  report: nothingYet,
})

export const importProgress = ({ store }: Context, id: string): Promise<Progress | null> =>
  imports.underWay.progress(store, id)

/** Begins to read a roster and returns the import's id; reading and comparing go on beside it. */
export async function startImport(
  context: Context,
  source: Buffer,
  pasted: string | null,
  said: Assigned = new Map(),
): Promise<{ id: string; done: Promise<void> }> {
  const id = await imports.begin(context, { pasted })
  const progress: Progress = { work: 'reading', done: 0, total: 0 }
  return {
    id,
    done: imports.underWay.run(context.store, id, progress, () =>
      readAndCompare(context, id, source, said, progress),
    ),
  }
}

async function readAndCompare(
  context: Context,
  id: string,
  source: Buffer,
  said: Assigned,
  progress: Progress,
) {
  const { read } = context.store
  const today = Array.from((await teamPaths(read)).values(), (path) => [...path])
  const assigned = await assignedSoFar(read, said)
  const { people, faults, faultCount, understood } = await readRoster(
    source,
    (lines) => (progress.done = lines),
    today,
    assigned,
  )
  await rememberAssigned(context, said, understood.columns)
  if (faultCount > 0)
    return imports.save(context, id, {
      state: 'faulty',
      report: faultReport(understood, faults, faultCount),
    })

  const { rosterVersion } = await theOrganisation(read)
  const current = await currentRoster(read)
  const asWritten = await differenceWithPauses(current, people)
  const { renamesOffered } = asWritten
  const changes =
    renamesOffered.length === 0 ? asWritten : await differenceWithPauses(current, people, renamesOffered)
  if (changes.faults.length > 0)
    return imports.save(context, id, {
      state: 'faulty',
      report: faultReport(understood, [{ line: 0, fault: 'noAdministrator' }], 1),
    })
  await imports.save(context, id, {
    state: 'ready',
    people,
    rosterVersion,
    report: differenceReport(understood, current.people.length, changes),
  })
}

export interface RosterImport {
  id: string
  state: ImportState | 'overtaken'
  pasted: string | null
  report: ImportReport
  /** So many leave that the number has to be given with the application. */
  manyLeave: boolean
}

/** Refuses with notFound. */
export async function importById(context: Context, id: string): Promise<RosterImport> {
  const { state, pasted, report: kept, rosterVersion } = await imports.byId(context, id)
  // What an earlier version read a moment before the update tells less.
  const report = { ...nothingYet, ...kept }
  const current = (await theOrganisation(context.store.read)).rosterVersion
  const isOvertaken = state === 'ready' && rosterVersion !== current
  return {
    id,
    pasted,
    report,
    state: isOvertaken ? 'overtaken' : state,
    manyLeave: state === 'ready' && !isOvertaken && manyLeave(report),
  }
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
  if (state !== 'ready' || (await imports.underWay.has(context.store, id)))
    throw new Refusal('rosterNotReady')
  const accepted = report.renames
    .filter(({ teamId }) => renames.includes(teamId))
    .map(({ teamId, from, to }) => ({ teamId, from: readPath(from), to: readPath(to) }))
  const progress: Progress = { work: 'applying', done: 0, total: 0 }
  return {
    done: imports.underWay.run(context.store, id, progress, () => apply(context, by, id, accepted, progress)),
  }
}

async function apply(context: Context, by: string, id: string, accepted: Rename[], progress: Progress) {
  const ready = await imports.byId(context, id)
  const current = await currentRoster(context.store.read)
  const changes = await differenceWithPauses(current, ready.people, accepted)

  await context.store.write(async (tx) => {
    const { rosterVersion } = await theOrganisation(tx)
    if (rosterVersion !== ready.rosterVersion) throw new Refusal('rosterChanged')
    const before = await stateBefore(tx, changes)
    const applied = await applyDifference(tx, changes, progress)
    await keepForUndo(tx, context, id, { ...before, ...applied })
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

export async function dropOldImports(context: Context): Promise<void> {
  await imports.dropOld(context)
  await dropOldUndos(context)
}
