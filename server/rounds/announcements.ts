import type { Announcement, Channel } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { dateOf, momentOf } from '#views/speech.ts'
import { theOrganisation } from '../settings/settings.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { eq } from 'drizzle-orm'
import { speechOf } from '../web/speech.ts'
import { asksTeam } from './queries.ts'

/** Null when the round is over, or does not ask the channel's team. */
export async function openedAnnouncement(
  context: Context,
  about: string,
  channel: Channel,
): Promise<Announcement | null> {
  const told = await openRound(context, about, channel)
  if (!told) return null
  const { text, round, fingerprint, closes, data, link } = told
  return {
    title: text.opened.title(told.organisation, round),
    lines: [text.opened.closes(closes), text.opened.own, text.opened.fingerprint(fingerprint)],
    link: { text: text.opened.link, href: link },
    data: { ...data, fingerprint },
  }
}

/** Null when the round is over, or does not ask the channel's team. */
export async function closingAnnouncement(
  context: Context,
  about: string,
  channel: Channel,
): Promise<Announcement | null> {
  const told = await openRound(context, about, channel)
  if (!told) return null
  const { text, round, closes, data, link } = told
  return {
    title: text.closing.title(told.organisation, round, told.closesToday),
    lines: [text.opened.closes(closes), text.closing.own],
    link: { text: text.opened.link, href: link },
    data,
  }
}

async function openRound(context: Context, id: string, { teamId }: Channel) {
  const { read } = context.store
  const { name, closesAt, fingerprint, state } = rounds
  const [round] = await read
    .select({ name, closesAt, fingerprint, state })
    .from(rounds)
    .where(eq(rounds.id, id))
  if (round?.state !== 'open' || !round.fingerprint) return null
  if (teamId && !(await asksTeam(read, id, teamId))) return null
  const organisation = await theOrganisation(read)
  const speech = speechOf(context, organisation)
  return {
    text: speech.t.chat.told,
    organisation: organisation.name,
    round: round.name,
    fingerprint: round.fingerprint,
    closes: momentOf(round.closesAt, speech),
    closesToday: dateOf(round.closesAt, speech) === dateOf(context.clock.now(), speech),
    // Nobody's own: whoever follows it is asked for their address, and is sent what is theirs.
    link: `${context.config.PUBLIC_URL}/own-link`,
    data: { round: id, name: round.name, closesAt: round.closesAt.toISOString() },
  }
}
