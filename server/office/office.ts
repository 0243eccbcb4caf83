import { calendarOf, occurrencesAfter } from '../calendar/calendar.ts'
import { failingChannels } from '../chat/chat.ts'
import { isSecureOrigin } from '../config.ts'
import type { Context } from '../context.ts'
import { failingConnectors, lateFigures } from '../figures/figures.ts'
import { toldOf } from '../news/news.ts'
import { teamPaths } from '../people/people.ts'
import { outboxState, refusals } from '../post/post.ts'
import { isPublished } from '../results/results.ts'
import { roundById, roundsWithKeyFaults, type RoundHead } from '../rounds/rounds.ts'
import { theOrganisation } from '../settings/settings.ts'
import { people } from '../storage/schema/people.ts'
import { littleRoom } from './disk.ts'

export { littleRoom }

const roundsAhead = 6

/** What an administrator has to know: what needs somebody, what comes next, and how the last round went. */
export async function officeOf(context: Context, rounds: RoundHead[]) {
  const { read } = context.store
  return {
    ...(await attention(context, rounds)),
    began: rounds.length > 0,
    next: await nextOf(context, rounds),
    calendar: await calendarAhead(context),
    last: await lastOf(context, rounds),
    people: await read.$count(people),
    teams: (await teamPaths(read)).size,
    mail: context.config.SMTP_URL !== undefined,
  }
}

async function attention(context: Context, rounds: RoundHead[]) {
  const { PUBLIC_URL } = context.config
  const { failing } = await outboxState(context)
  const lettersOf = (rows: typeof failing) => rows.reduce((sum, { letters }) => sum + letters, 0)
  const refused = lettersOf(failing.filter(({ failure }) => refusals.includes(failure)))
  const open = rounds.find(({ state }) => state === 'open')
  const now = context.clock.now()
  const missed = rounds.filter((one) => one.state === 'scheduled' && !one.calendarMonth && one.opensAt < now)
  return {
    insecureUrl: isSecureOrigin(PUBLIC_URL) ? null : PUBLIC_URL,
    failing: lettersOf(failing) - refused,
    refused: refused > 0 ? { letters: refused, at: open ? `/rounds/${open.id}` : '/mail' } : null,
    keyFaults: (await roundsWithKeyFaults(context)).map(({ name }) => name),
    failingChannels: await failingChannels(context.store.read),
    failingSources: await failingConnectors(context.store.read),
    lateFigures: await lateFigures(context.store.read, now),
    littleRoom: await littleRoom(context.config.DATA_DIR),
    missed: missed.map(({ id, name }) => ({ id, name })),
  }
}

async function nextOf({ store: { read } }: Context, rounds: RoundHead[]) {
  const [next] = rounds
    .filter(({ state }) => state === 'scheduled')
    .toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  if (!next) return null
  const { id, name, opensAt, closesAt, remindsAt, calendarMonth } = next
  const { selection } = await roundById(read, id)
  return { id, name, opensAt, closesAt, remindsAt, calendarMonth, questions: selection.length }
}

async function calendarAhead({ store: { read }, clock }: Context) {
  const rule = await calendarOf(read)
  if (!rule) return null
  const { timeZone } = await theOrganisation(read)
  return { rule, timeZone, ahead: occurrencesAfter(rule, clock.now(), timeZone, roundsAhead) }
}

/** The last round with results, and what it says of the whole organisation. */
async function lastOf({ store: { read } }: Context, rounds: RoundHead[]) {
  const [last] = rounds
    .filter(isPublished)
    .toSorted((a, b) => b.month.localeCompare(a.month) || b.closesAt.getTime() - a.closesAt.getTime())
  if (!last?.outcome?.published) return null
  const { id, name, closesAt, outcome } = last
  const told = await toldOf(read, { teamId: null, paths: await teamPaths(read), roundId: id })
  const { invited, ballots } = outcome
  return { id, name, closesAt, invited, ballots, sentences: told?.sentences ?? [] }
}
