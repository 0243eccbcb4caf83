import { and, eq, isNotNull, lt, ne } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { actions } from '../../storage/schema/actions.ts'
import { issues, trackers } from '../../storage/schema/issues.ts'
import { followIssue } from '../actions/actions.ts'
import { services } from './services.ts'
import { connectionTo, reasonOf, trackerOf, type TrackerRow } from './trackers.ts'

const day = 24 * 60 * 60 * 1000

/** Once a day: what was closed outside is done here, and what was opened again is open again. */
export async function followTrackers(context: Context, signal: AbortSignal): Promise<void> {
  for (const tracker of await due(context)) if (!signal.aborted) await ask(context, tracker, signal)
}

export const areTrackersDue = async (context: Context): Promise<boolean> => (await due(context)).length > 0

const due = async ({ store, clock }: Context): Promise<TrackerRow[]> =>
  store.read
    .select()
    .from(trackers)
    .where(lt(trackers.triedAt, new Date(clock.now().getTime() - day)))

/** Asks at once, for whoever waits. Why not, null where it answered. Refuses with notFound. */
export async function askTracker(context: Context, teamId: string): Promise<string | null> {
  const tracker = await trackerOf(context.store.read, teamId)
  if (!tracker) throw new Refusal('notFound')
  return ask(context, tracker, new AbortController().signal)
}

async function ask(context: Context, tracker: TrackerRow, signal: AbortSignal) {
  const { teamId, settings } = tracker
  const fault = await reasonOf(async () => {
    const connection = await connectionTo(context, tracker, signal)
    for (const { actionId, key, state } of await followed(context, teamId)) {
      const now = await services[settings.service].stateOf(connection, key)
      if (now !== state) await note(context, actionId, now)
    }
  })
  if (signal.aborted) return fault
  const triedAt = context.clock.now()
  await context.store.write((tx) =>
    tx.update(trackers).set({ triedAt, fault }).where(eq(trackers.teamId, teamId)),
  )
  return fault
}

/** Of actions that were not dropped; what is gone is not asked for any more. */
async function followed({ store }: Context, teamId: string) {
  const rows = await store.read
    .select({ actionId: issues.actionId, key: issues.key, state: issues.state })
    .from(issues)
    .innerJoin(actions, eq(actions.id, issues.actionId))
    .where(
      and(
        eq(actions.teamId, teamId),
        ne(actions.state, 'dropped'),
        ne(issues.state, 'gone'),
        isNotNull(issues.key),
      ),
    )
  return rows.flatMap(({ key, ...row }) => (key === null ? [] : [{ ...row, key }]))
}

async function note(context: Context, actionId: string, state: 'open' | 'done' | 'gone') {
  await context.store.write(async (tx) => {
    await tx.update(issues).set({ state }).where(eq(issues.actionId, actionId))
    if (state !== 'gone') await followIssue(tx, context, actionId, state)
  })
}
