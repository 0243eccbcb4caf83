import { and, count, desc, eq, getTableColumns, inArray, isNotNull, sql, sum, type Column } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { hierarchyOf } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import { people, teams } from '../storage/schema/people.ts'
import { invitations, rounds, roundTeams, roundUnits } from '../storage/schema/rounds.ts'
import { deliveryOf, type Delivery } from './delivery.ts'
import { ancestors, byName } from './units.ts'
import { ticketKeysMade } from './round-keys.ts'

/** Without its manifest, which can be megabytes: it is read where it is needed. */
export type Round = Omit<typeof rounds.$inferSelect, 'manifest'>

/** What lists tell of a round: without what it froze, which can be megabytes. */
export type RoundHead = Pick<Round, keyof typeof head>

const { manifest, ...ofRound } = getTableColumns(rounds)
const { id, name, month, opensAt, closesAt, remindsAt, remindsAgainAt, calendarMonth } = rounds
const { threshold, state, fingerprint, outcome } = rounds
const head = {
  id,
  name,
  month,
  opensAt,
  closesAt,
  remindsAt,
  remindsAgainAt,
  calendarMonth,
  threshold,
  state,
  fingerprint,
  outcome,
}

export async function allRounds(read: Reads): Promise<RoundHead[]> {
  return read.select(head).from(rounds).orderBy(desc(opensAt), desc(head.id))
}

export async function openRounds(read: Reads): Promise<Round[]> {
  return read
    .select(ofRound)
    .from(rounds)
    .where(eq(rounds.state, 'open'))
    .orderBy(desc(rounds.opensAt), desc(rounds.id))
}

/** Without what it froze. Refuses with notFound. */
export async function roundHead(read: Reads, id: string): Promise<RoundHead> {
  const [round] = await read.select(head).from(rounds).where(eq(rounds.id, id))
  if (!round) throw new Refusal('notFound')
  return round
}

/** Refuses with notFound. */
export async function roundById(read: Reads, id: string): Promise<Round> {
  const [round] = await read.select(ofRound).from(rounds).where(eq(rounds.id, id))
  if (!round) throw new Refusal('notFound')
  return round
}

/** Null before the opening. Refuses with notFound. */
export async function manifestOf(read: Reads, id: string): Promise<string | null> {
  const [round] = await read.select({ manifest }).from(rounds).where(eq(rounds.id, id))
  if (!round) throw new Refusal('notFound')
  return round.manifest
}

/** How many people who answer are directly in each team the round asks; teams without any are absent. */
export async function invitedPerTeam(read: Reads, round: Round): Promise<Map<string, number>> {
  const tree = new Map((await read.select().from(teams)).map((team) => [team.id, team]))
  const asked = round.teamIds && new Set(round.teamIds)
  const rows = await read
    .select({ teamId: people.teamId, people: count() })
    .from(people)
    .where(and(eq(people.answers, true), isNotNull(people.teamId)))
    .groupBy(people.teamId)
  const within = (id: string) => !asked || [id, ...ancestors(tree, id)].some((one) => asked.has(one))
  return new Map(
    rows.flatMap(({ teamId, people: n }) =>
      teamId !== null && within(teamId) ? [[teamId, n] as const] : [],
    ),
  )
}

/** Whether a round asked anybody in a team, or below it. */
export async function asksTeam(read: Reads, roundId: string, teamId: string): Promise<boolean> {
  const { downwards } = await hierarchyOf(read)
  const within = inArray(roundTeams.teamId, [...downwards(teamId)])
  return (await read.$count(roundTeams, and(eq(roundTeams.roundId, roundId), within))) > 0
}

export interface RoundUnit {
  id: string
  name: string
  size: number
}

/** How far a frozen round has come: never who answered, never how many. */
export interface RoundProgress {
  invited: number
  invitationsWritten: number
  /** Whether some are still to be written. */
  isInviting: boolean
  keysMade: number
  delivery: Delivery
}

export async function roundProgress({ store, keys }: Context, round: Round): Promise<RoundProgress> {
  const { read } = store
  const [frozen] = await read
    .select({ invited: sum(roundUnits.size) })
    .from(roundUnits)
    .where(eq(roundUnits.roundId, round.id))
  // Who has left has no address any more, and is not written to. Only open rounds have invitations: SQLite reads them all
  // eight times as fast as it looks up each of one round.
  const here = (column: Column) => sql`case when ${invitations.roundId} = ${round.id} then ${column} end`
  const [letters] = await read
    .select({ written: count(here(invitations.invitationId)), toWrite: count(here(invitations.email)) })
    .from(invitations)
  const { written = 0, toWrite = 0 } = letters ?? {}
  return {
    invited: Number(frozen?.invited ?? 0),
    invitationsWritten: written,
    isInviting: toWrite > written,
    keysMade: round.state === 'opening' ? await ticketKeysMade(keys, round.id) : 0,
    delivery: await deliveryOf(read, round.id, written),
  }
}

/** The teams of each unit of a frozen round. */
export async function teamsByUnit(
  read: Reads,
  roundId: string,
): Promise<Map<string, (typeof roundTeams.$inferSelect)[]>> {
  const byUnit = new Map<string, (typeof roundTeams.$inferSelect)[]>()
  for (const row of await read.select().from(roundTeams).where(eq(roundTeams.roundId, roundId)))
    byUnit.set(row.unitId, [...(byUnit.get(row.unitId) ?? []), row])
  return byUnit
}

/** By their names, as people sort them. */
export async function frozenUnits(read: Reads, roundId: string): Promise<RoundUnit[]> {
  const { id, name, size } = roundUnits
  const units = await read.select({ id, name, size }).from(roundUnits).where(eq(roundUnits.roundId, roundId))
  return units.sort((a, b) => byName(a.name, b.name))
}

/** These units with the names of their teams. */
export async function withTeams(
  read: Reads,
  roundId: string,
  units: RoundUnit[],
): Promise<(RoundUnit & { teams: string[] })[]> {
  const { unitId, name } = roundTeams
  const ids = units.map(({ id }) => id)
  const rows = await read
    .select({ unitId, name })
    .from(roundTeams)
    .where(and(eq(roundTeams.roundId, roundId), inArray(unitId, ids)))
  return units.map((unit) => ({
    ...unit,
    teams: rows.filter((row) => row.unitId === unit.id).map((row) => row.name),
  }))
}
