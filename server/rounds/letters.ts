import { and, eq } from 'drizzle-orm'
import { CancellationLetter } from '#views/post/cancellation.tsx'
import { InvitationLetter } from '#views/post/invitation.tsx'
import type { Context } from '../context.ts'
import type { Letter } from '../post/post.ts'
import { organisationOf } from '../settings/settings.ts'
import { people } from '../storage/schema/people.ts'
import { invitations, rounds, roundTeams, roundUnits } from '../storage/schema/rounds.ts'
import { writeLetter } from '../web/letter.ts'
import { roundSecret, tokenOf } from './round-keys.ts'

interface Row {
  addressee: string
  about: string
}

/** Not its manifest and questions, which can be megabytes: this is read for every letter. */
const toldOfRound = {
  name: rounds.name,
  closesAt: rounds.closesAt,
  threshold: rounds.threshold,
  fingerprint: rounds.fingerprint,
}

/** Null when the round is over or the person has left: nobody is invited to what they cannot answer. */
export async function invitationLetter(context: Context, { addressee, about }: Row): Promise<Letter | null> {
  const { read } = context.store
  const [found] = await read
    .select({
      invitation: invitations,
      unit: { id: roundUnits.id, name: roundUnits.name, size: roundUnits.size },
      round: toldOfRound,
    })
    .from(invitations)
    .innerJoin(roundUnits, eq(roundUnits.id, invitations.unitId))
    .innerJoin(rounds, eq(rounds.id, invitations.roundId))
    .where(and(eq(invitations.roundId, about), eq(invitations.personId, addressee), eq(rounds.state, 'open')))
  const secret = await roundSecret(context.keys, about)
  if (!found || !secret || !found.invitation.email || !found.invitation.invitationId) return null

  const { invitation, unit, round } = found
  const teams = await read.select().from(roundTeams).where(eq(roundTeams.unitId, unit.id))
  const organisation = (await organisationOf(read))!
  const token = tokenOf(secret, invitation.invitationId!, invitation.generation)
  return writeLetter(invitation.email!, InvitationLetter, {
    organisation: organisation.name,
    timeZone: organisation.timeZone,
    round: round.name,
    closes: round.closesAt,
    threshold: round.threshold,
    fingerprint: round.fingerprint!,
    name: invitation.name,
    unit: unit.name,
    size: unit.size,
    teams: teams.map((team) => team.name),
    link: `${context.config.PUBLIC_URL}/answer#${token}`,
  })
}

export async function cancellationLetter(
  { store }: Context,
  { addressee, about }: Row,
): Promise<Letter | null> {
  const [person] = await store.read.select().from(people).where(eq(people.id, addressee))
  const [round] = await store.read.select({ name: rounds.name }).from(rounds).where(eq(rounds.id, about))
  if (!person || !round) return null
  const organisation = (await organisationOf(store.read))!.name
  return writeLetter(person.email, CancellationLetter, { organisation, round: round.name })
}
