import { eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Imports, type ImportState } from '../files/imports.ts'
import { Refusal } from '../refusal.ts'
import { figureImports, type FigureKind, type FiguresReport } from '../storage/schema/figure-imports.ts'
import { counted, faultReport } from './counting.ts'
import { registerOf, type Register } from './register.ts'
import { emptyReport } from './report.ts'
import { saveFigures, wasImportedSince } from './saving.ts'
import type { FiguresProgress, ReadingProgress } from './arriving.ts'
import { takeFetched, takeParts, type Fetched, type Part, type Taken } from './taking.ts'

const imports = new Imports<typeof figureImports, ReadingProgress>('figures', figureImports, {
  report: emptyReport,
  ready: [],
})

export const figuresProgress = ({ store }: Context, id: string): Promise<FiguresProgress | null> =>
  imports.underWay.progress(store, id)

/** Of the file this person is sending right now. */
export const ownProgress = ({ store }: Context, by: string): Promise<FiguresProgress | null> =>
  imports.underWay.find(store, (progress) => progress.by === by)

/**
 * Reads figures while they arrive and keeps counts and codes for a preview. People, logins and addresses live in
 * memory until they are counted, and nowhere else. Returns the import's id; null when there was no file.
 * @param total bytes announced, 0 where nobody said
 */
export async function importFigures(
  context: Context,
  by: string,
  parts: AsyncIterable<Part>,
  total = 0,
): Promise<string | null> {
  let isThere = false
  const begun = { by, lines: 0, done: 0, total }
  const { id, done } = await beginReading(context, begun, async (register, progress) => {
    const taken = await takeParts(register, parts, progress)
    isThere = taken !== null
    return taken
  })
  await done
  return isThere ? id : null
}

/** The same for what is fetched: its import can be looked at while it arrives. */
export const beginFetched = (
  context: Context,
  by: string,
  fetched: Fetched,
): Promise<{ id: string; done: Promise<void> }> =>
  beginReading(context, { by, lines: 0, done: 0, total: 0 }, (register, progress) =>
    takeFetched(register, fetched, progress),
  )

async function beginReading(
  context: Context,
  progress: ReadingProgress,
  take: (register: Register, progress: ReadingProgress) => Promise<Taken | null>,
): Promise<{ id: string; done: Promise<void> }> {
  const id = await imports.begin(context)
  const done = imports.underWay.run(context.store, id, progress, async () => {
    try {
      const taken = await take(await registerOf(context.store.read), progress)
      if (taken) await preview(context, id, taken)
    } finally {
      if ((await imports.byId(context, id)).state === 'reading') await imports.drop(context, id)
    }
  })
  return { id, done }
}

async function preview(context: Context, id: string, { kind, source, found, addresses }: Taken) {
  const given = kind && { kind, source: sourceOf(kind, source), found, addresses }
  const sound =
    given && found.faults.count === 0 ? await counted(context.store.read, context.clock.now(), given) : null
  // Only once people and teams are looked up does it show that some numbers cannot be.
  if (sound && found.faults.count === 0) await imports.save(context, id, { state: 'ready', ...sound })
  else await imports.save(context, id, { state: 'faulty', report: faultReport(kind, found) })
}

/** The vendor's; of a table the one that was named with it. */
const sourceOf = (kind: FigureKind, named: string): string =>
  kind === 'adoption-csv' || kind === 'delivery-csv' ? named || 'csv' : kind

export interface FiguresImport {
  id: string
  state: ImportState
  report: FiguresReport
}

/** Refuses with notFound. */
export async function figuresImportById(context: Context, id: string): Promise<FiguresImport> {
  const { state, report } = await imports.byId(context, id)
  return { id, state, report }
}

/** Applies an import that is ready, all of it or nothing; by nobody where it was due. Refuses with notFound and figuresNotReady. */
export async function applyFigures(context: Context, by: string | null, id: string): Promise<void> {
  await context.store.write(async (tx) => {
    const [row] = await tx.select().from(figureImports).where(eq(figureImports.id, id))
    if (!row) throw new Refusal('notFound')
    const [first] = row.ready
    const last = row.ready.at(-1)
    if (row.state !== 'ready' || !first || !last) throw new Refusal('figuresNotReady')
    // What it was compared with would be another's.
    for (const one of row.ready)
      if (await wasImportedSince(tx, one, row.madeAt)) throw new Refusal('figuresNotReady')
    for (const one of row.ready) await saveFigures(tx, one, context.clock.now())
    await record(tx, context, by, 'figures imported', {
      source: first.source,
      kind: first.kind,
      months: row.ready.length,
      from: first.month,
      to: last.month,
    })
    await tx.update(figureImports).set({ state: 'applied', ready: [] }).where(eq(figureImports.id, id))
  })
}

export const dropImport = (context: Context, id: string): Promise<void> => imports.drop(context, id)
export const dropOldFigureImports = (context: Context): Promise<void> => imports.dropOld(context)
