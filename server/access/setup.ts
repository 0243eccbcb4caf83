import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { foundOrganisation, organisationOf, type Organisation } from '../settings/settings.ts'
import { newId } from '../storage/identifier.ts'
import { people, soughtBy } from '../storage/schema/people.ts'

interface Setup {
  organisation: string
  timeZone: string
  name: string | null
  email: string
  sample?: Organisation['sample']
}

/** Names the organisation and makes its first administrator, whose id it returns. Refuses with alreadySetUp once done. */
export async function setUp(context: Context, setup: Setup): Promise<string> {
  return context.store.write(async (tx) => {
    if (await organisationOf(tx)) throw new Refusal('alreadySetUp')
    await foundOrganisation(tx, setup.organisation, setup.timeZone, setup.sample)
    const id = newId()
    const { email, name } = setup
    await tx.insert(people).values({
      id,
      email,
      name,
      sought: soughtBy(name, email),
      teamId: null,
      answers: false,
      administrator: true,
    })
    await record(tx, context, id, 'set up')
    return id
  })
}
