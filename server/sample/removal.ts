import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { destroyRoundKeys, roundsWithKeys } from '../rounds/rounds.ts'
import { seedQuestions } from '../questionnaire/questionnaire.ts'
import { organisationOf } from '../settings/settings.ts'
import { emptyEveryTable } from '../storage/emptying.ts'

/** Leaves nothing but the questions as they come. Refuses with notFound where there is no sample company. */
export async function removeSample({
  store,
  keys,
  post,
}: Pick<Context, 'store' | 'keys' | 'post'>): Promise<void> {
  await store.write(async (tx) => {
    // A real organisation is never deleted, whoever asks.
    if (!(await organisationOf(tx))?.sample) throw new Refusal('notFound')
    await emptyEveryTable(tx)
    await seedQuestions(tx)
  })
  for (const round of await roundsWithKeys(keys)) {
    await destroyRoundKeys({ keys, store }, round)
    await post.forget(round)
  }
  await store.tidy()
}
