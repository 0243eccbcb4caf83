import { eq } from 'drizzle-orm'
import { ActionReminderLetter } from '#views/post/action-reminder.tsx'
import type { Context, Letter } from '../../context.ts'
import { oneClickLink, pathIn, reminderLink, teamPaths } from '../../people/people.ts'
import { dayIn, theOrganisation } from '../../settings/settings.ts'
import { actions } from '../../storage/schema/actions.ts'
import { people } from '../../storage/schema/people.ts'
import { writeLetter } from '../../web/letter.ts'
import { actionOfReminder } from './reminders.ts'

/** Null when it is no longer theirs to do: done, dropped, taken over by somebody else, or they have left. */
export async function actionReminderLetter(
  context: Context,
  { addressee, about }: { addressee: string; about: string },
): Promise<Letter | null> {
  const { store, clock, config } = context
  const [found] = await store.read
    .select({ action: actions, person: people })
    .from(actions)
    .innerJoin(people, eq(people.id, actions.ownerId))
    .where(eq(actions.id, actionOfReminder(about)))
  if (found?.person.id !== addressee || found.action.state !== 'open') return null
  const { timeZone } = await theOrganisation(store.read)
  const { teamId, text, due } = found.action
  const letter = await writeLetter(context, found.person.email, ActionReminderLetter, {
    name: found.person.name,
    team: pathIn(await teamPaths(store.read), teamId).join(' / '),
    text,
    due,
    today: dayIn(clock.now(), timeZone),
    link: `${config.PUBLIC_URL}/actions`,
    settings: await reminderLink(context, addressee),
  })
  return { ...letter, oneClick: await oneClickLink(context, addressee, 'reminders') }
}
