import { timingSafeEqual } from 'node:crypto'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { foundOrganisation, organisationOf } from '../settings/settings.ts'
import { newId } from '../storage/identifier.ts'
import { people, soughtBy } from '../storage/schema/people.ts'
import { hashOf, newToken } from './tokens.ts'

/** The token of the set-up link, new at every start until somebody used it; it is kept in memory alone. */
export const newSetupToken = newToken

interface Setup {
  token: string
  organisation: string
  timeZone: string
  name: string | null
  email: string
}

/**
 * Names the organisation and makes its first administrator, whose id it returns.
 * Refuses with setupTokenWrong or, once done, alreadySetUp.
 */
export async function setUp(context: Context, expected: string, setup: Setup): Promise<string> {
  if (!timingSafeEqual(Buffer.from(hashOf(setup.token)), Buffer.from(hashOf(expected)))) throw new Refusal('setupTokenWrong')
  return context.store.write(async (tx) => {
    if (await organisationOf(tx)) throw new Refusal('alreadySetUp')
    await foundOrganisation(tx, setup.organisation, setup.timeZone)
    const id = newId()
    const { email, name } = setup
    await tx.insert(people).values({ id, email, name, sought: soughtBy(name, email), teamId: null, answers: false, administrator: true })
    await record(tx, context, id, 'set up')
    return id
  })
}
