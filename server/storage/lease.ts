import { and, eq, gt, lte, or, sql } from 'drizzle-orm'
import { dialect } from './columns.ts'
import { newId } from './identifier.ts'
import type { Reads, Store, Writes } from './store.ts'
import { leases } from './schema/jobs.ts'

const second = 1000
/** So long a process may be silent before another takes over. */
const silence = 30 * second

/**
 * Does work unless it is being done, here or in another process on the same database: exactly one acts at a time.
 * A process that dies in the middle is waited for half a minute.
 * @param progress what others are told of it while it goes on
 * @returns whether the work was done
 */
export async function leased(
  { store }: { store: Store },
  work: string,
  act: () => Promise<void>,
  progress: object = {},
): Promise<boolean> {
  // Nobody else has these files: it is enough to know what this process is at.
  if (dialect === 'sqlite') return actAlone(store, work, act)
  const holder = newId()
  if (!(await store.write((tx) => take(tx, { work, holder, progress })))) return false
  const mine = and(eq(leases.work, work), eq(leases.holder, holder))
  const telling = setInterval(tellingOf(store, mine, progress), second)
  try {
    await act()
  } finally {
    clearInterval(telling)
    // Where the database is away, it ends by itself.
    await store.write((tx) => tx.delete(leases).where(mine)).catch(() => {})
  }
  return true
}

type Lease = typeof leases.$inferSelect

/** Those that are over go, whoever held them: nothing stays of a process that died. */
async function take(tx: Writes, lease: Omit<Lease, 'until'>): Promise<boolean> {
  const now = await databaseTime(tx)
  // A clock that was ahead and has been set back may not keep everybody waiting until it is there again.
  const ahead = new Date(now.getTime() + 2 * silence)
  await tx.delete(leases).where(or(lte(leases.until, now), gt(leases.until, ahead)))
  const until = new Date(now.getTime() + silence)
  const taken = await tx
    .insert(leases)
    .values({ ...lease, until })
    .onConflictDoNothing()
    .returning()
  return taken.length > 0
}

/** The clocks of several machines differ; all of them ask this one. */
async function databaseTime(read: Reads): Promise<Date> {
  const [row] = await read
    .select({ now: sql`clock.now`.mapWith(leases.until) })
    .from(sql`(select now()) as clock(now)`)
  if (!row) throw new Error('The database knows no time.')
  return row.now
}

/** Says how far it has come where that has changed, and now and then that it is still there. */
function tellingOf(store: Store, mine: ReturnType<typeof and>, progress: object): () => void {
  let told = JSON.stringify(progress)
  let silent = 0
  const tell = async (tx: Writes) => {
    const until = new Date((await databaseTime(tx)).getTime() + silence)
    await tx.update(leases).set({ until, progress }).where(mine)
  }
  return () => {
    const now = JSON.stringify(progress)
    silent += second
    if (now === told && silent < silence / 4) return
    told = now
    silent = 0
    store.write(tell).catch(() => {})
  }
}

/** What was last told of work that is being done, by what it is. Empty on SQLite, where each process knows itself. */
export async function progressElsewhere<Progress>(read: Reads): Promise<Map<string, Progress>> {
  if (dialect === 'sqlite') return new Map()
  const now = await databaseTime(read)
  const current = await read.select().from(leases).where(gt(leases.until, now))
  return new Map(current.map(({ work, progress }) => [work, progress as Progress]))
}

const atWork = new WeakMap<Store, Set<string>>()

async function actAlone(store: Store, work: string, act: () => Promise<void>): Promise<boolean> {
  const running = atWork.get(store) ?? new Set()
  atWork.set(store, running)
  if (running.has(work)) return false
  running.add(work)
  await act().finally(() => running.delete(work))
  return true
}
