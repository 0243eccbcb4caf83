import { eq, lt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../storage/identifier.ts'
import type { figureImports } from '../storage/schema/figure-imports.ts'
import type { rosterImports } from '../storage/schema/roster-imports.ts'
import { UnderWay } from '../under-way.ts'

const day = 24 * 60 * 60 * 1000

type ImportTable = typeof rosterImports | typeof figureImports
type Row<T extends ImportTable> = T['$inferSelect']

/**
 * Files on their way in, of one kind: begun, read to faults or to something that can be applied, shown, applied, and
 * forgotten a day later.
 */
export class Imports<T extends ImportTable, Progress extends object> {
  readonly underWay: UnderWay<Progress>
  readonly #table: typeof rosterImports

  constructor(
    name: string,
    table: T,
    /** A row of which nothing was read yet. */
    private readonly nothingYet: Omit<T['$inferInsert'], 'id' | 'state' | 'madeAt'>,
  ) {
    this.underWay = new UnderWay(name)
    // The two tables share the columns that are used here.
    this.#table = table as typeof rosterImports
  }

  async begin({ store, clock }: Context, given: Partial<T['$inferInsert']> = {}): Promise<string> {
    const id = newId()
    const row = { ...this.nothingYet, ...given, id, state: 'reading' as const, madeAt: clock.now() }
    await store.write((tx) => tx.insert(this.#table).values(row as typeof rosterImports.$inferInsert))
    return id
  }

  /** What was read: faults, or what is ready to be applied. */
  async save({ store }: Context, id: string, change: Partial<T['$inferInsert']>): Promise<void> {
    await store.write(async (tx) => {
      await tx
        .update(this.#table)
        .set(change as Partial<Row<typeof rosterImports>>)
        .where(eq(this.#table.id, id))
    })
  }

  /** Its row; `interrupted` where a restart ended the reading. Refuses with notFound. */
  async byId({ store }: Context, id: string): Promise<Omit<Row<T>, 'state'> & { state: ImportState }> {
    const [row] = await store.read.select().from(this.#table).where(eq(this.#table.id, id))
    if (!row) throw new Refusal('notFound')
    const isInterrupted = row.state === 'reading' && !(await this.underWay.has(store, id))
    return { ...(row as Row<T>), state: isInterrupted ? 'interrupted' : row.state }
  }

  async drop({ store }: Context, id: string): Promise<void> {
    await store.write((tx) => tx.delete(this.#table).where(eq(this.#table.id, id)))
  }

  /** Kept only as long as somebody may be looking at the preview. */
  async dropOld({ store, clock }: Context): Promise<void> {
    const before = new Date(clock.now().getTime() - day)
    await store.write((tx) => tx.delete(this.#table).where(lt(this.#table.madeAt, before)))
  }
}

export type ImportState = 'reading' | 'faulty' | 'ready' | 'applied' | 'interrupted'
