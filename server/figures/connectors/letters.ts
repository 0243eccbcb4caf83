import { and, eq } from 'drizzle-orm'
import { ConnectorLetter } from '#views/post/connector.tsx'
import type { Context, Letter } from '../../context.ts'
import { people } from '../../storage/schema/people.ts'
import { writeLetter } from '../../web/letter.ts'
import { aboutFailure } from './failing.ts'
import { allConnectors } from './keeping.ts'

/** Null once it works again, was set anew, or is for somebody who administers nothing any more. */
export async function connectorLetter(
  context: Context,
  { addressee, about }: { addressee: string; about: string },
): Promise<Letter | null> {
  const { store, config } = context
  const failing = (await allConnectors(store.read)).find(
    ({ vendor, failingSince }) => failingSince && aboutFailure(vendor, failingSince) === about,
  )
  const isTheirs = and(eq(people.id, addressee), eq(people.administrator, true))
  const [person] = await store.read.select().from(people).where(isTheirs)
  if (!failing?.failingSince || failing.fault === null || !person) return null
  const { vendor, failingSince: since, fault } = failing
  return writeLetter(context, person.email, ConnectorLetter, {
    name: person.name,
    vendor,
    since,
    fault,
    link: `${config.PUBLIC_URL}/figures/connectors#${vendor}`,
  })
}
