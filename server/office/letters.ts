import { InvitationLetter } from '#views/post/invitation.tsx'
import { TrialLetter } from '#views/post/trial.tsx'
import type { Viewer } from '../access/access.ts'
import type { Context, Letter } from '../context.ts'
import { plannedDefaults } from '../rounds/rounds.ts'
import { theOrganisation } from '../settings/settings.ts'
import { writeLetter } from '../web/letter.ts'
import { speechOf } from '../web/speech.ts'

/** What administrators send to themselves. */
export const trialLetter = (context: Context, to: string): Promise<Letter> =>
  writeLetter(context, to, TrialLetter, {})

/** An invitation to a round that there is not, with a link that opens nothing; as it is set, but for what is typed. */
export async function invitationPreview(
  context: Context,
  { name, email }: Viewer,
  typed: { accent?: string | undefined; introduction?: string | undefined },
): Promise<Letter> {
  const organisation = await theOrganisation(context.store.read)
  const { accent = organisation.accent, introduction = organisation.introduction } = typed
  const nothing = { turn: null, quarterly: false }
  const { closesAt, threshold } = plannedDefaults(context.clock.now(), organisation.timeZone, [], nothing)
  const example = speechOf(context, organisation).t.post.example
  return writeLetter(context, email, InvitationLetter, {
    accent,
    introduction,
    round: example.round,
    closes: closesAt,
    threshold,
    fingerprint: 'abcdefghijklmnopqrstuvwxyz',
    name,
    unit: example.team,
    size: 8,
    teams: [example.team],
    link: `${context.config.PUBLIC_URL}/answer`,
  })
}
