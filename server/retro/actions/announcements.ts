import { eq } from 'drizzle-orm'
import { dayOf } from '#views/speech.ts'
import type { Announcement, Channel } from '../../chat/chat.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { theOrganisation } from '../../settings/settings.ts'
import { actions } from '../../storage/schema/actions.ts'
import { speechOf } from '../../web/speech.ts'
import { actionsFor } from './queries.ts'

const listed = 10

/** What a team has open, without owners; of the organisation only where each finds their own. Null where nothing is open. */
export async function digestAnnouncement(
  context: Context,
  _about: string,
  { teamId }: Channel,
): Promise<Announcement | null> {
  const { read } = context.store
  const speech = speechOf(context, await theOrganisation(read))
  const text = speech.t.chat.told.digest
  const { PUBLIC_URL } = context.config
  if (!teamId) {
    if ((await read.$count(actions, eq(actions.state, 'open'))) === 0) return null
    const link = { text: text.link, href: `${PUBLIC_URL}/actions` }
    return { title: text.title, lines: [text.text], link }
  }
  const team = (await teamPaths(read)).get(teamId)?.join(' / ')
  const { open } = await actionsFor(read, teamId)
  if (!team || open.length === 0) return null
  const lines = open.slice(0, listed).map((action) => text.action(action.text, dayOf(action.due, speech)))
  return {
    title: text.titleOf(team),
    lines: [...lines, ...(open.length > listed ? [text.more(open.length - listed)] : [])],
    link: { text: text.link, href: `${PUBLIC_URL}/teams/${teamId}/actions` },
    data: { team: teamId },
  }
}
