import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { dropLettersOf, type Queued } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import { people } from '../storage/schema/people.ts'

/** What everybody may refuse. Invitations and sign-ins are not among it. */
const choices = {
  /** Of rounds, of what they have taken on, and of retros without a meeting. */
  reminders: ['reminder', 'action-reminder', 'board'],
  /** What became of a round. */
  results: ['results', 'cancellation', 'calendar'],
} satisfies Record<string, Queued['kind'][]>

export type MailChoice = keyof typeof choices

/** Which mail somebody wants. It tells nothing of whether they answered. */
export async function mailChoices(read: Reads, personId: string): Promise<Record<MailChoice, boolean>> {
  const { reminders, results } = people
  const [wanted] = await read.select({ reminders, results }).from(people).where(eq(people.id, personId))
  return wanted ?? { reminders: false, results: false }
}

export async function chooseMail(
  { store }: Context,
  personId: string,
  choice: MailChoice,
  wanted: boolean,
): Promise<void> {
  await store.write(async (tx) => {
    await tx
      .update(people)
      .set({ [choice]: wanted })
      .where(eq(people.id, personId))
    if (!wanted) await dropLettersOf(tx, personId, choices[choice])
  })
}

/** A word out of an address. Refuses with notFound. */
export function readMailChoice(word: string): MailChoice {
  if (!Object.hasOwn(choices, word)) throw new Refusal('notFound')
  return word as MailChoice
}
