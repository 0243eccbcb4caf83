import { createHmac, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { lastingSecret, type Keys } from '../keys.ts'
import { Refusal } from '../refusal.ts'
import { people } from '../storage/schema/people.ts'
import type { MailChoice } from './mail-choices.ts'

/** What makes the links. Asked for at the start: letters are written several at once, and must not each make one. */
export const reminderSecret = (keys: Keys): Promise<string> => lastingSecret(keys, 'reminder-secret')

/** Opens one person's choice of mail without signing in, and nothing else; it stays good in every letter. */
export const reminderLink = async ({ config, keys }: Context, personId: string): Promise<string> =>
  `${config.PUBLIC_URL}/reminders/${await tokenOf(keys, personId)}`

/** Where a mail program switches off one kind of it (RFC 8058); opened by a person, it is the same page. */
export const oneClickLink = async (context: Context, personId: string, choice: MailChoice): Promise<string> =>
  `${await reminderLink(context, personId)}/${choice}`

const tokenOf = async (keys: Keys, personId: string): Promise<string> =>
  personId +
  createHmac('sha256', await reminderSecret(keys))
    .update(personId)
    .digest('base64url')

const idLength = 22

/** Returns whose link it is. Refuses with reminderLinkUnknown. */
export async function personOfReminderLink({ store, keys }: Context, token: string): Promise<string> {
  const id = token.slice(0, idLength)
  if (!isSame(token, await tokenOf(keys, id))) throw new Refusal('reminderLinkUnknown')
  const [person] = await store.read.select({ id: people.id }).from(people).where(eq(people.id, id))
  if (!person) throw new Refusal('reminderLinkUnknown')
  return person.id
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
