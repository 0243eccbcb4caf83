import { and, eq, sql } from 'drizzle-orm'
import { announce } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { theOrganisation } from '../settings/settings.ts'
import { inBatches } from '../storage/batches.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { people, teams } from '../storage/schema/people.ts'
import { invitations, rounds, roundTeams, roundUnits } from '../storage/schema/rounds.ts'
import { canonical, fingerprintOf, hashOfQuestions, type Manifest } from './manifest.ts'
import { questionBank } from '../questionnaire/questionnaire.ts'
import type { Question } from '../storage/schema/questions.ts'
import { invitedPerTeam, roundById, type Round } from './queries.ts'
import { publicSealKey, publicTicketKey, ticketKeysMade, type RsaPublicKey } from './round-keys.ts'
import { answeringScriptHash } from './script.ts'
import { markTold, ownPartOf, waitingNotes } from './team-notes.ts'
import { areas, reportingUnits, unitName, type Unit } from './units.ts'
import { known } from '../known.ts'

type FrozenUnit = typeof roundUnits.$inferInsert & { teams: string[]; ownQuestions: Question[] }

/**
 * One short transaction: roster, units, questions and manifest become the round's own.
 * @returns false when the roster by now needs more units than there are keys
 */
export async function freeze(context: Context, id: string): Promise<boolean> {
  const publicKeys = await readPublicKeys(context, id)
  const seal = await publicSealKey(context.keys, id)
  const script = await answeringScriptHash(context)

  return context.store.write(async (tx) => {
    const round = await roundById(tx, id)
    // Cancelled meanwhile, and its keys with it.
    if (round.state !== 'opening' || !seal) return true
    const tree = await tx.select().from(teams)
    const plan = reportingUnits(tree, await invitedPerTeam(tx, round), round.threshold)
    if (plan.length > publicKeys.length) return false
    if (plan.length === 0) return backToPlan(tx, id)

    const questions = await chosenQuestions(tx, round)
    const names = new Map(tree.map((team) => [team.id, team.name]))
    const notes = await waitingNotes(tx)
    const { units, told } = withOwnParts(frozenUnits(id, plan, publicKeys), notes, names, questions)
    await markTold(tx, id, told)
    await saveUnits(tx, id, units, names)
    await saveRoster(tx, id)
    const organisation = (await theOrganisation(tx)).name
    const manifest = canonical(manifestOf(round, organisation, questions, units, { seal, script }))
    const frozen = {
      questions,
      manifest,
      fingerprint: fingerprintOf(manifest),
      script,
      state: 'open' as const,
    }
    await tx.update(rounds).set(frozen).where(eq(rounds.id, id))
    await announce(tx, context, { event: 'opened', about: id })
    return true
  })
}

async function readPublicKeys({ keys }: Context, id: string): Promise<RsaPublicKey[]> {
  const made = await ticketKeysMade(keys, id)
  const publicKeys: RsaPublicKey[] = []
  for (let n = 0; n < made; n++) publicKeys.push(await publicTicketKey(keys, id, n))
  return publicKeys
}

/** Everybody left the roster between the button and this moment: nothing was asked of anybody. */
async function backToPlan(tx: Writes, id: string): Promise<true> {
  await tx.update(rounds).set({ state: 'scheduled' }).where(eq(rounds.id, id))
  return true
}

function frozenUnits(roundId: string, plan: Unit[], publicKeys: RsaPublicKey[]) {
  const units = plan.map((unit, n) => ({
    id: newId(),
    roundId,
    name: unitName(unit.names),
    path: unit.path,
    size: unit.size,
    publicKey: publicKeys[n]!,
    keyNumber: n,
    teams: unit.teams,
  }))
  const area = areas(units)
  return units.map((unit) => ({ ...unit, area: known(area, unit.id) }))
}

/** What teams decided since, told and asked about where their people are. */
function withOwnParts(
  units: ReturnType<typeof frozenUnits>,
  notes: Awaited<ReturnType<typeof waitingNotes>>,
  names: Map<string, string>,
  questions: Question[],
): { units: FrozenUnit[]; told: string[] } {
  const taken = new Set(questions.map(({ id }) => id))
  const parts = units.map((unit) => ({ unit, part: ownPartOf(unit.teams, notes, names, taken) }))
  return {
    units: parts.map(({ unit, part: { actions, ownQuestions } }) => ({ ...unit, actions, ownQuestions })),
    told: parts.flatMap(({ part }) => part.toldForGood),
  }
}

async function saveUnits(tx: Writes, roundId: string, units: FrozenUnit[], names: Map<string, string>) {
  const inUnits = units.flatMap((unit) =>
    unit.teams.map((teamId) => ({ roundId, teamId, unitId: unit.id, name: known(names, teamId) })),
  )
  for (const rows of inBatches(units.map(({ teams: _teams, ...row }) => row)))
    await tx.insert(roundUnits).values(rows)
  for (const rows of inBatches(inUnits)) await tx.insert(roundTeams).values(rows)
}

/** One statement copies the roster, however large it is. */
async function saveRoster(tx: Writes, roundId: string) {
  await tx.insert(invitations).select(
    tx
      .select({
        roundId: roundTeams.roundId,
        personId: sql`${people.id}`.as('person_id'),
        unitId: roundTeams.unitId,
        email: people.email,
        name: sql`${people.name}`.as('name'),
        invitationId: sql`null`.as('invitation_id'),
        tokenHash: sql`null`.as('token_hash'),
        generation: sql`0`.as('generation'),
        ticketIssued: sql`false`.as('ticket_issued'),
        blindedMessage: sql`null`.as('blinded_message'),
      })
      .from(people)
      .innerJoin(roundTeams, and(eq(roundTeams.roundId, roundId), eq(roundTeams.teamId, people.teamId)))
      .where(eq(people.answers, true)),
  )
}

async function chosenQuestions(read: Reads, round: Round): Promise<Question[]> {
  const bank = new Map((await questionBank(read)).map(({ question }) => [question.id, question]))
  return round.selection.flatMap(({ id, cut }) => {
    const question = bank.get(id)
    return question ? [cut ? ({ ...question, cut } as Question) : question] : []
  })
}

function manifestOf(
  round: Round,
  organisation: string,
  questions: Question[],
  units: FrozenUnit[],
  { seal, script }: Pick<Manifest, 'seal' | 'script'>,
): Manifest {
  return {
    format: 'safe-to-say/1',
    round: round.id,
    name: round.name,
    organisation,
    opens: round.opensAt.toISOString(),
    closes: round.closesAt.toISOString(),
    threshold: round.threshold,
    questions: hashOfQuestions(questions),
    script,
    seal,
    units: units.map(({ id, name, size, publicKey, ownQuestions }) => ({
      id,
      name,
      size,
      key: publicKey,
      ...(ownQuestions.length > 0 ? { questions: hashOfQuestions(ownQuestions) } : {}),
    })),
  }
}
