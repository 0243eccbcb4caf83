import { and, eq, gt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { signInLinks } from '../storage/schema/access.ts'
import { people } from '../storage/schema/people.ts'
import { hashOf, newToken } from './tokens.ts'

/** As long as the five links last that an address is sent in an hour: who asks for somebody's cannot keep them out. */
export const linkMinutes = 60

type Needs = Pick<Context, 'store' | 'clock' | 'config'>

/** A link that signs the person in once, within the hour; null for an address nobody in the roster has. */
export async function newSignInLink({ store, clock, config }: Needs, email: string): Promise<string | null> {
  const token = newToken()
  const expiresAt = new Date(clock.now().getTime() + linkMinutes * 60_000)
  const known = await store.write(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
    if (!person) return false
    await tx.insert(signInLinks).values({ tokenHash: hashOf(token), personId: person.id, expiresAt })
    return true
  })
  return known ? `${config.PUBLIC_URL}/sign-in/${token}` : null
}

/** Whether a link signs in. It is not used up by being looked at: scanners of mail open links. */
export async function isGoodSignInLink({ store, clock }: Context, token: string): Promise<boolean> {
  const found = await store.read.select().from(signInLinks).where(stillGood(token, clock))
  return found.length > 0
}

/** Uses the link up. Returns the person's id, null when the link is unknown, spent or too old. */
export async function redeemSignInLink({ store, clock }: Context, token: string): Promise<string | null> {
  return store.write(async (tx) => {
    const [link] = await tx.delete(signInLinks).where(stillGood(token, clock)).returning()
    return link?.personId ?? null
  })
}

const stillGood = (token: string, clock: Context['clock']) =>
  and(eq(signInLinks.tokenHash, hashOf(token)), gt(signInLinks.expiresAt, clock.now()))
