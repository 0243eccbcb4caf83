import { and, eq, gt, lte, or } from 'drizzle-orm'
import { dialect } from './columns.ts'
import { newId } from './identifier.ts'
import type { Store, Writes } from './store.ts'
import { leases } from './schema/jobs.ts'

/** So long a process may be silent before another takes over, in milliseconds. */
const silence = 30_000

/**
 * Does work unless it is being done, here or in another process on the same database: exactly one acts at a time.
 * A process that dies in the middle is waited for half a minute.
 * @returns whether the work was done
 */
export async function leased(
  { store, clock }: { store: Store; clock: { now(): Date } },
  work: string,
  act: () => Promise<void>,
): Promise<boolean> {
  // Nobody else has these files: it is enough to know what this process is at.
  if (dialect === 'sqlite') return actAlone(store, work, act)
  const holder = newId()
  if (!(await store.write((tx) => take(tx, work, holder, clock.now())))) return false
  const until = () => new Date(clock.now().getTime() + silence)
  const mine = and(eq(leases.work, work), eq(leases.holder, holder))
  const renewing = setInterval(
    () => void store.write((tx) => tx.update(leases).set({ until: until() }).where(mine)).catch(() => {}),
    silence / 4,
  )
  try {
    await act()
  } finally {
    clearInterval(renewing)
    await store.write((tx) => tx.delete(leases).where(mine))
  }
  return true
}

async function take(tx: Writes, work: string, holder: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + silence)
  // A clock that was ahead and has been set back may not keep everybody waiting until it is there again.
  const isOver = or(lte(leases.until, now), gt(leases.until, new Date(now.getTime() + 2 * silence)))
  const taken = await tx
    .insert(leases)
    .values({ work, holder, until })
    .onConflictDoUpdate({ target: leases.work, set: { holder, until }, setWhere: isOver })
    .returning()
  return taken.length > 0
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
