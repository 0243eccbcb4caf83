import { announce, isNews } from '../../chat/chat.ts'
import type { Context } from '../../context.ts'
import { organisationOf } from '../../settings/settings.ts'
import { mailingDay } from './days.ts'

const monday = 1

/** On Mondays, once. */
export async function announceDigest(context: Context): Promise<void> {
  const { store, clock } = context
  const organisation = await organisationOf(store.read)
  if (!organisation) return
  const day = mailingDay(clock.now(), organisation.timeZone)
  if (new Date(day).getUTCDay() !== monday) return
  const news = { event: 'digest' as const, about: day }
  if (await isNews(store.read, news)) await store.write((tx) => announce(tx, context, news))
}
