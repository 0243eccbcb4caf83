import type { Announcement, Channel } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { teamPaths } from '../people/people.ts'
import { theOrganisation } from '../settings/settings.ts'
import { speechOf } from '../web/speech.ts'
import { overviewOf } from './overview.ts'

const months = 12

/** Which rule held, without a figure. Null where none held of the channel's team in this round. */
export async function signalAnnouncement(
  context: Context,
  about: string,
  { teamId }: Channel,
): Promise<Announcement | null> {
  const { read } = context.store
  const paths = await teamPaths(read)
  const team = teamId && paths.get(teamId)?.join(' / ')
  if (!teamId || !team) return null
  const overview = await overviewOf(read, { teamId, paths }, { months, measure: null, roundId: about })
  if (overview?.latest.round.id !== about || overview.signals.length === 0) return null
  const { chat, insights } = speechOf(context, await theOrganisation(read)).t
  const held = [...new Set(overview.signals.map(({ rule }) => rule))]
  return {
    title: chat.told.signal.title(team),
    lines: [...held.map((rule) => insights.signals.rules[rule]), chat.told.signal.text],
    link: { text: chat.told.signal.link, href: `${context.config.PUBLIC_URL}/overview/${teamId}` },
    data: { round: about, team: teamId },
  }
}
