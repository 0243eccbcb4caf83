import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { dropReminders } from '../post/post.ts'
import type { Reads } from '../storage/index.ts'
import { people } from '../storage/schema/people.ts'

/** Whether somebody wants to be reminded: of rounds, and of what they have taken on. It tells nothing of whether they answered. */
export async function wantsReminders(read: Reads, personId: string): Promise<boolean> {
  const [person] = await read
    .select({ reminders: people.reminders })
    .from(people)
    .where(eq(people.id, personId))
  return person?.reminders ?? false
}

export async function setReminders({ store }: Context, personId: string, reminders: boolean): Promise<void> {
  await store.write(async (tx) => {
    await tx.update(people).set({ reminders }).where(eq(people.id, personId))
    if (!reminders) await dropReminders(tx, personId)
  })
}
