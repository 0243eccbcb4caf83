import { eq } from 'drizzle-orm'
import type { Announcement, Channel } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { asksTeam } from '../rounds/rounds.ts'
import { theOrganisation } from '../settings/settings.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { speechOf } from '../web/speech.ts'
import { isPublished } from './published.ts'

/** Where the results are; none of them, since a channel may have readers that a team has not. */
export async function resultsAnnouncement(
  context: Context,
  about: string,
  { teamId }: Channel,
): Promise<Announcement | null> {
  const { read } = context.store
  const { name, state, outcome } = rounds
  const [round] = await read.select({ name, state, outcome }).from(rounds).where(eq(rounds.id, about))
  if (!round || !isPublished(round)) return null
  if (teamId && !(await asksTeam(read, about, teamId))) return null
  const organisation = await theOrganisation(read)
  const text = speechOf(context, organisation).t.chat.told.results
  const page = `/rounds/${about}/results${teamId ? `/${teamId}` : ''}`
  return {
    title: text.title(organisation.name, round.name),
    lines: [text.text],
    link: { text: text.link, href: context.config.PUBLIC_URL + page },
    data: { round: about, name: round.name },
  }
}
