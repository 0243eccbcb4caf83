import { eq } from 'drizzle-orm'
import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { issues } from '../../storage/schema/issues.ts'
import { actionById } from '../actions/actions.ts'
import { leads } from '../leading.ts'
import type { Told } from './service.ts'
import { services } from './services.ts'
import { connectionTo, reasonOf, trackerOf } from './trackers.ts'

/** What broke off, or was answered in no way we read, may have been made all the same; what was refused was not. */
const mayBeMade = /^(5\d\d|slow|brokenOff|unreachable|reply|shape|tooLong)$/

/** So long somebody else's press may still be under way, in milliseconds. */
const underWay = 60_000

/**
 * One issue for an action, however often it is pressed: what was begun and not noted is looked for before another is
 * made. Why it was not taken, null where it was. Refuses with notAllowed, notFound, actionEnded or issueMade.
 */
export async function makeIssue(
  context: Context,
  viewer: Viewer,
  actionId: string,
  told: Omit<Told, 'mark'>,
): Promise<string | null> {
  const { teamId } = await actionById(context.store.read, actionId)
  const tracker = await trackerOf(context.store.read, teamId)
  if (!tracker) throw new Refusal('notFound')
  const isFirst = await begin(context, viewer, actionId)
  const reason = await reasonOf(async () => {
    const connection = await connectionTo(context, tracker)
    const service = services[tracker.settings.service]
    const marked = { ...told, mark: markOf(actionId) }
    const found = isFirst ? null : await service.find(connection, marked)
    const made = found ?? (await service.make(connection, marked))
    await context.store.write((tx) => tx.update(issues).set(made).where(eq(issues.actionId, actionId)))
  })
  if (reason !== null && !mayBeMade.test(reason)) await forget(context, actionId)
  return reason
}

/** Nobody else presses at the same time; whether nobody has before. */
async function begin(context: Context, viewer: Viewer, actionId: string): Promise<boolean> {
  return context.store.write(async (tx) => {
    const { teamId, state } = await actionById(tx, actionId)
    if (!(await leads(tx, viewer, teamId))) throw new Refusal('notAllowed')
    if (state !== 'open') throw new Refusal('actionEnded')
    const [known] = await tx.select().from(issues).where(eq(issues.actionId, actionId))
    const begunAt = context.clock.now()
    if (!known) {
      await tx.insert(issues).values({ actionId, key: null, link: null, begunAt, state: 'open' })
      return true
    }
    if (known.key !== null || begunAt.getTime() - known.begunAt.getTime() < underWay)
      throw new Refusal('issueMade')
    await tx.update(issues).set({ begunAt }).where(eq(issues.actionId, actionId))
    return false
  })
}

async function forget({ store }: Context, actionId: string) {
  await store.write(async (tx) => {
    await tx.delete(issues).where(eq(issues.actionId, actionId))
  })
}

/** A label of Jira's has no spaces; in GitHub's body it stands by itself. */
export const markOf = (actionId: string): string => `safe-to-say-${actionId}`
