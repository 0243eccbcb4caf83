import { and, eq } from 'drizzle-orm'
import { CancellationLetter } from '#views/post/cancellation.tsx'
import { InvitationLetter } from '#views/post/invitation.tsx'
import { ReminderLetter } from '#views/post/reminder.tsx'
import type { Context, Letter } from '../context.ts'
import { oneClickLink, reminderLink } from '../people/people.ts'
import { theOrganisation } from '../settings/settings.ts'
import { people } from '../storage/schema/people.ts'
import { invitations, rounds, roundTeams, roundUnits } from '../storage/schema/rounds.ts'
import { writeLetter } from '../web/letter.ts'
import { roundSecret, tokenOf } from './round-keys.ts'

interface Row {
  addressee: string
  about: string
}

/** Null when the round is over or the person has left: nobody is invited to what they cannot answer. */
export async function invitationLetter(context: Context, row: Row): Promise<Letter | null> {
  const found = await openInvitation(context, row)
  if (!found) return null
  const { invitation, unit, round, link } = found
  const teams = await context.store.read.select().from(roundTeams).where(eq(roundTeams.unitId, unit.id))
  const { introduction } = await theOrganisation(context.store.read)
  return writeLetter(context, invitation.email, InvitationLetter, {
    introduction,
    round: round.name,
    closes: round.closesAt,
    threshold: round.threshold,
    fingerprint: round.fingerprint!,
    name: invitation.name,
    unit: unit.name,
    size: unit.size,
    teams: teams.map((team) => team.name),
    link,
  })
}

export async function reminderLetter(context: Context, row: Row): Promise<Letter | null> {
  const found = await openInvitation(context, row)
  if (!found) return null
  const { invitation, round, link } = found
  const letter = await writeLetter(context, invitation.email, ReminderLetter, {
    round: round.name,
    closes: round.closesAt,
    reminders: [round.remindsAt, round.remindsAgainAt].filter((at) => at !== null).length,
    name: invitation.name,
    link,
    settings: await reminderLink(context, row.addressee),
  })
  return { ...letter, oneClick: await oneClickLink(context, row.addressee, 'reminders') }
}

/** Not its manifest and questions, which can be megabytes: this is read for every letter. */
const toldOfRound = {
  name: rounds.name,
  closesAt: rounds.closesAt,
  threshold: rounds.threshold,
  fingerprint: rounds.fingerprint,
  remindsAt: rounds.remindsAt,
  remindsAgainAt: rounds.remindsAgainAt,
}

async function openInvitation({ store, keys, config }: Context, { addressee, about }: Row) {
  const [found] = await store.read
    .select({
      invitation: invitations,
      unit: { id: roundUnits.id, name: roundUnits.name, size: roundUnits.size },
      round: toldOfRound,
    })
    .from(invitations)
    .innerJoin(roundUnits, eq(roundUnits.id, invitations.unitId))
    .innerJoin(rounds, eq(rounds.id, invitations.roundId))
    .where(and(eq(invitations.roundId, about), eq(invitations.personId, addressee), eq(rounds.state, 'open')))
  const secret = await roundSecret(keys, about)
  if (!found || !secret) return null
  const { email, invitationId, generation, name } = found.invitation
  if (!email || !invitationId) return null
  const link = `${config.PUBLIC_URL}/answer#${tokenOf(secret, invitationId, generation)}`
  return { ...found, invitation: { email, name }, link }
}

/** Null also for who does not want to be told what became of a round. */
export async function cancellationLetter(
  context: Context,
  { addressee, about }: Row,
): Promise<Letter | null> {
  const { read } = context.store
  const [person] = await read.select().from(people).where(eq(people.id, addressee))
  const [round] = await read.select({ name: rounds.name }).from(rounds).where(eq(rounds.id, about))
  if (!person?.results || !round) return null
  const letter = await writeLetter(context, person.email, CancellationLetter, {
    round: round.name,
    settings: await reminderLink(context, addressee),
  })
  return { ...letter, oneClick: await oneClickLink(context, addressee, 'results') }
}
