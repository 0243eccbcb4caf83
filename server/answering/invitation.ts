import { eq, sql } from 'drizzle-orm'
import { hashOf } from '../access/access.ts'
import type { Context } from '../context.ts'
import type { Question } from '../storage/schema/questions.ts'
import { invitations, rounds, roundTeams, roundUnits, type ToldAction } from '../storage/schema/rounds.ts'
import { organisation } from '../storage/schema/settings.ts'
import type { Reads } from '../storage/index.ts'
import { preparedOn } from '../storage/prepared.ts'
import { byName, membersOf } from './unit-members.ts'

/** What docs/protocol.md, section 2, answers with. */
export interface Invitation {
  /** The same under every link to it: a new address gets a new link, and what a device keeps is found by this. */
  id: string
  round: string
  unit: { id: string; name: string; size: number; members: string[] }
  pooled: string[]
  questions: Question[]
  ownQuestions: Question[]
  /** What the unit's teams decided and what became of it. */
  actions: ToldAction[]
  /** What the month before showed, told once somebody has handed in; null in a first month. */
  last: LastMonth | null
  ticket: boolean
  timeZone: string
}

export interface LastMonth {
  month: string
  said: string[]
}

/** What the newest results say of a team, or of the organisation (null), to whoever may read them. */
export type LastMonthOf = (teamId: string | null) => Promise<LastMonth | null>

/** The invitation a token stands for; null for a token of no open round, 'closed' once answering is over. */
export async function invitationOf(
  { store, clock }: Context,
  token: string,
  lastMonthOf: LastMonthOf,
): Promise<Invitation | 'closed' | null> {
  const found = await findInvitation(store.read, token)
  if (!found) return null
  if (found.state !== 'open' || found.closesAt <= clock.now()) return 'closed'
  const { name, size, teams, ...asked } = await frozenUnit(store.read, found.unitId, lastMonthOf)
  return {
    id: hashOf(`invitation ${found.roundId} ${found.personId}`),
    round: found.roundId,
    unit: {
      id: found.unitId,
      name,
      size,
      members: await membersOf(store, found.unitId),
    },
    pooled: teams.length > 1 ? teams : [],
    ...asked,
    ticket: found.ticketIssued,
    timeZone: found.timeZone,
  }
}

/** Small columns only: a round's manifest and questions can be megabytes, and this is asked for at every step. */
const invitationByToken = preparedOn('invitation by token', (read: Reads) =>
  read
    .select({
      roundId: invitations.roundId,
      personId: invitations.personId,
      unitId: invitations.unitId,
      ticketIssued: invitations.ticketIssued,
      state: rounds.state,
      closesAt: rounds.closesAt,
      timeZone: organisation.timeZone,
    })
    .from(invitations)
    .innerJoin(rounds, eq(rounds.id, invitations.roundId))
    .innerJoin(organisation, eq(organisation.id, 'organisation'))
    .where(eq(invitations.tokenHash, sql.placeholder('tokenHash'))),
)

export async function findInvitation(read: Reads, token: string) {
  const [found] = await invitationByToken(read).execute({ tokenHash: hashOf(token) })
  return found ?? null
}

interface FrozenUnit {
  name: string
  size: number
  teams: string[]
  questions: Question[]
  ownQuestions: Question[]
  actions: ToldAction[]
  last: LastMonth | null
}

/** A frozen round does not change, so what its unit is told is read once. */
const frozenUnits = new Map<string, FrozenUnit>()
const mostKept = 20_000

async function frozenUnit(read: Reads, unitId: string, lastMonthOf: LastMonthOf): Promise<FrozenUnit> {
  const known = frozenUnits.get(unitId)
  if (known) return known
  const [found] = await read
    .select({ unit: roundUnits, questions: rounds.questions })
    .from(roundUnits)
    .innerJoin(rounds, eq(rounds.id, roundUnits.roundId))
    .where(eq(roundUnits.id, unitId))
  const teams = await read
    .select({ id: roundTeams.teamId, name: roundTeams.name })
    .from(roundTeams)
    .where(eq(roundTeams.unitId, unitId))
  if (!found?.questions) throw new Error(`No frozen round has a unit ${unitId}.`)
  const { unit, questions } = found
  const frozen = {
    name: unit.name,
    size: unit.size,
    teams: teams.map(({ name }) => name).sort(byName),
    questions,
    ownQuestions: unit.ownQuestions,
    actions: unit.actions,
    last: await lastMonthOf(groupOf(unit, teams)),
  }
  if (frozenUnits.size >= mostKept) frozenUnits.clear()
  frozenUnits.set(unitId, frozen)
  return frozen
}

/** All of a unit's people may read it: their team, or the one above all of theirs. */
const groupOf = ({ path }: { path: string[] }, [only, ...others]: { id: string }[]): string | null =>
  only && others.length === 0 ? only.id : (path.at(-1) ?? null)
