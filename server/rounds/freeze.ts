import { eq } from 'drizzle-orm'
import { announce } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { theOrganisation } from '../settings/settings.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { teams } from '../storage/schema/people.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { canonical, fingerprintOf, hashOfQuestions, type Manifest } from './manifest.ts'
import { questionBank } from '../questionnaire/questionnaire.ts'
import type { Question } from '../storage/schema/questions.ts'
import { invitedPerTeam, roundById, type Round } from './queries.ts'
import { publicSealKey, publicTicketKey, ticketKeysMade, type RsaPublicKey } from './round-keys.ts'
import { answeringScriptHash } from './script.ts'
import { markTold, waitingNotes } from './team-notes.ts'
import { reportingUnits } from './units.ts'
import { frozenUnits, withOwnParts, saveUnits, type FrozenUnit } from './frozen-units.ts'
import { saveRoster } from './frozen-roster.ts'

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
