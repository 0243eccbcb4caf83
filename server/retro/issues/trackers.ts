import { eq } from 'drizzle-orm'
import type { Viewer } from '../../access/access.ts'
import { record } from '../../audit/audit.ts'
import { allowedHosts } from '../../chat/chat.ts'
import type { Context } from '../../context.ts'
import { askedOnce, NotTaken } from '../../outside/outside.ts'
import { Refusal } from '../../refusal.ts'
import { seal, unseal } from '../../secrets.ts'
import type { Reads } from '../../storage/index.ts'
import { trackers, type TrackerSettings } from '../../storage/schema/issues.ts'
import { leads } from '../leading.ts'
import type { Tracker } from './service.ts'
import { services } from './services.ts'

export type TrackerRow = typeof trackers.$inferSelect

/** One press is one question, or a few of them: they need no pause between. */
const atOnce = { ...askedOnce, slowly: false }

const placeOf = (teamId: string): string => `tracker ${teamId}`

export async function trackerOf(read: Reads, teamId: string): Promise<TrackerRow | null> {
  const [tracker] = await read.select().from(trackers).where(eq(trackers.teamId, teamId))
  return tracker ?? null
}

/**
 * Refuses with notAllowed whoever does not lead the team, and with notFound where no token is kept.
 * @param token null where the one that is kept stays
 */
export async function setTracker(
  context: Context,
  viewer: Viewer,
  teamId: string,
  { settings, token }: { settings: TrackerSettings; token: string | null },
): Promise<void> {
  const sealed = token === null ? null : await seal(context.keys, placeOf(teamId), token)
  await context.store.write(async (tx) => {
    if (!(await leads(tx, viewer, teamId))) throw new Refusal('notAllowed')
    const kept = sealed ?? (await trackerOf(tx, teamId))?.sealed
    if (!kept) throw new Refusal('notFound')
    const row = { settings, sealed: kept, triedAt: context.clock.now(), fault: null }
    await tx
      .insert(trackers)
      .values({ teamId, ...row })
      .onConflictDoUpdate({ target: trackers.teamId, set: row })
    const host = new URL(settings.address).host
    await record(tx, context, viewer.id, 'tracker set', { source: settings.service, host })
  })
}

/** Refuses with notAllowed whoever does not lead the team. Gone already is gone. */
export async function removeTracker(context: Context, viewer: Viewer, teamId: string): Promise<void> {
  await context.store.write(async (tx) => {
    if (!(await leads(tx, viewer, teamId))) throw new Refusal('notAllowed')
    const [gone] = await tx.delete(trackers).where(eq(trackers.teamId, teamId)).returning()
    if (gone) await record(tx, context, viewer.id, 'tracker removed', { source: gone.settings.service })
  })
}

/** Why it does not work, null where it does. Refuses with notFound. */
export async function tryTracker(context: Context, teamId: string): Promise<string | null> {
  const tracker = await trackerOf(context.store.read, teamId)
  if (!tracker) throw new Refusal('notFound')
  return reasonOf(async () => services[tracker.settings.service].test(await connectionTo(context, tracker)))
}

/** A word of ours for why something was not taken; null where it was. */
export async function reasonOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof NotTaken) return error.reason
    throw error
  }
}

/** Throws NotTaken where its token was sealed under a key that is gone. */
export async function connectionTo(
  { store, keys }: Context,
  { teamId, settings, sealed }: TrackerRow,
  signal: AbortSignal = new AbortController().signal,
): Promise<Tracker> {
  const token = await unseal(keys, placeOf(teamId), sealed)
  if (token === null) throw new NotTaken('sealed')
  const { address } = services[settings.service]
  const own = address === null ? [] : [[new URL(address).host, { internal: false }] as const]
  const hosts = new Map([...(await allowedHosts(store.read)), ...own])
  return { settings, token, hosts, asking: atOnce, signal }
}
