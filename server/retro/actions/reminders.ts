import { and, eq, isNotNull, lt, lte } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { mailChoices } from '../../people/people.ts'
import { queueLetter } from '../../post/post.ts'
import { addDays, organisationOf } from '../../settings/settings.ts'
import { actions } from '../../storage/schema/actions.ts'
import { mailingDay } from './days.ts'

const daysBefore = 7

/**
 * Reminds the owners of open actions a week before they are due and on the day itself, once each; on a day that was
 * missed, as soon as there is one again.
 */
export async function remindOwners(context: Context): Promise<void> {
  const { store } = context
  const organisation = await organisationOf(store.read)
  if (!organisation) return
  const today = mailingDay(context.clock.now(), organisation.timeZone)
  const near = and(
    eq(actions.state, 'open'),
    isNotNull(actions.ownerId),
    lte(actions.due, addDays(today, daysBefore)),
    lt(actions.remindedUntil, actions.due),
    lt(actions.remindedUntil, today),
  )
  if ((await store.read.$count(actions, near)) === 0) return
  await store.write(async (tx) => {
    for (const { id, ownerId, due, remindedUntil } of await tx.select().from(actions).where(near)) {
      const days = [addDays(due, -daysBefore), due]
      if (!days.some((day) => remindedUntil < day && day <= today)) continue
      await tx.update(actions).set({ remindedUntil: today }).where(eq(actions.id, id))
      if (ownerId !== null && (await mailChoices(tx, ownerId)).reminders)
        await queueLetter(tx, context, {
          kind: 'action-reminder',
          addressee: ownerId,
          about: reminderOf(id, today),
        })
    }
  })
}

/** What the outbox calls a reminder by, so that one is queued once. */
export const reminderOf = (actionId: string, day: string): string => `${actionId}.${day}`

export const actionOfReminder = (about: string): string => about.split('.', 1)[0]!
