import { eq } from 'drizzle-orm'
import { BoardLetter } from '#views/post/board.tsx'
import type { Context, Letter } from '../../context.ts'
import { mailChoices, oneClickLink, pathIn, reminderLink, teamPaths } from '../../people/people.ts'
import { boards } from '../../storage/schema/boards.ts'
import { people } from '../../storage/schema/people.ts'
import { writeLetter } from '../../web/letter.ts'
import { readAbout } from './days.ts'

/** Null once the board has gone on, or to somebody who has left or wants no reminders. */
export async function boardLetter(
  context: Context,
  { addressee, about }: { addressee: string; about: string },
): Promise<Letter | null> {
  const { store, config } = context
  const { id, stage, news } = readAbout(about)
  const [board] = await store.read.select().from(boards).where(eq(boards.id, id))
  const [person] = await store.read.select().from(people).where(eq(people.id, addressee))
  if (!board?.openUntil || board.stage !== stage || !person) return null
  if (!(await mailChoices(store.read, addressee)).reminders) return null
  const letter = await writeLetter(context, person.email, BoardLetter, {
    name: person.name,
    team: pathIn(await teamPaths(store.read), board.teamId).join(' / '),
    stage,
    news,
    until: board.openUntil,
    link: `${config.PUBLIC_URL}${news === 'over' ? `/boards/${id}` : `/join/${board.code}`}`,
    settings: await reminderLink(context, addressee),
  })
  return { ...letter, oneClick: await oneClickLink(context, addressee, 'reminders') }
}
