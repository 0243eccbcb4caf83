import { and, eq } from 'drizzle-orm'
import { CalendarLetter } from '#views/post/calendar.tsx'
import { monthOf } from '#views/speech.ts'
import type { Context, Letter } from '../context.ts'
import { oneClickLink, reminderLink } from '../people/people.ts'
import type { Organisation } from '../settings/settings.ts'
import { people } from '../storage/schema/people.ts'
import { writeLetter } from '../web/letter.ts'
import { speechOf } from '../web/speech.ts'
import { aboutPause, aboutSkipping, calendarOf } from './changing.ts'

/** A month's round is called as the month is. */
export const roundName = (context: Context, organisation: Organisation, month: string): string =>
  monthOf(month, speechOf(context, organisation))

/** Null once the month is kept, or the pause is over: what is no longer so is not told. */
export async function calendarLetter(
  context: Context,
  { addressee, about }: { addressee: string; about: string },
): Promise<Letter | null> {
  const { read } = context.store
  const calendar = await calendarOf(read)
  const skipped = calendar?.skipped.find(({ month }) => aboutSkipping(month) === about)
  const word = about === aboutPause ? calendar?.paused : skipped?.word
  const [person] = await read
    .select()
    .from(people)
    .where(and(eq(people.id, addressee), eq(people.answers, true)))
  if (word === undefined || word === null || !person) return null
  if (!person.results) return null
  const letter = await writeLetter(context, person.email, CalendarLetter, {
    name: person.name,
    month: skipped?.month ?? null,
    word,
    settings: await reminderLink(context, addressee),
  })
  return { ...letter, oneClick: await oneClickLink(context, addressee, 'results') }
}
