import { eq, inArray, isNull } from 'drizzle-orm'
import { inBatches } from '../storage/batches.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { teamNotes, type ToldAction } from '../storage/schema/rounds.ts'
import type { Question, ScaleQuestion } from '../storage/schema/questions.ts'
import { known } from '../known.ts'

export type TeamNote = Omit<typeof teamNotes.$inferInsert, 'roundId'>
type Waiting = typeof teamNotes.$inferSelect

/** A ballot stays short: of each state the newest, and what does not fit waits for the next round. */
const mostOfAState = 5

/** What the next round to open tells a team's people, in place of what it would have told of the same before. */
export async function tellTeamNext(tx: Writes, note: TeamNote): Promise<void> {
  await tx
    .insert(teamNotes)
    .values({ ...note, roundId: null })
    .onConflictDoUpdate({ target: teamNotes.id, set: { ...note, roundId: null } })
}

/** Told in a round without results, a note is told again in the next. */
export async function tellAgain(tx: Writes, roundId: string): Promise<void> {
  await tx.update(teamNotes).set({ roundId: null }).where(eq(teamNotes.roundId, roundId))
}

/** By team. */
export async function waitingNotes(read: Reads): Promise<Map<string, Waiting[]>> {
  const byTeam = new Map<string, Waiting[]>()
  for (const note of await read.select().from(teamNotes).where(isNull(teamNotes.roundId)))
    byTeam.set(note.teamId, [...(byTeam.get(note.teamId) ?? []), note])
  return byTeam
}

export interface OwnPart {
  actions: ToldAction[]
  ownQuestions: Question[]
  /** Ids of the notes this tells for good; an open one is told until it is done or dropped. */
  toldForGood: string[]
}

/**
 * What one unit is told, and asked besides the round's questions.
 * @param names of teams by id
 * @param taken ids of the round's questions: an answer counts for one question only
 */
export function ownPartOf(
  teams: string[],
  notes: Map<string, Waiting[]>,
  names: Map<string, string>,
  taken: Set<string>,
): OwnPart {
  const ofUnit = teams
    .flatMap((id) => notes.get(id) ?? [])
    .filter(({ id }) => !taken.has(questionIdOf(id)))
    .sort((a, b) => b.since.getTime() - a.since.getTime() || (a.id < b.id ? -1 : 1))
  const of = (state: Waiting['state']) => ofUnit.filter((note) => note.state === state).slice(0, mostOfAState)
  const [done, dropped, open] = [of('done'), of('dropped'), of('open')]
  const nameOf = ({ teamId }: Waiting) => known(names, teamId)
  return {
    actions: [...done, ...dropped, ...open].map((note) => ({
      team: nameOf(note),
      text: note.text,
      state: note.state,
      ...(note.reason === null ? {} : { reason: note.reason }),
    })),
    ownQuestions: done.map((note) => didItHelp(note, nameOf(note))),
    toldForGood: [...done, ...dropped].map(({ id }) => id),
  }
}

/** Three levels, so that each is a band. */
const didItHelp = ({ id, text }: Waiting, team: string): ScaleQuestion => ({
  id: questionIdOf(id),
  version: 1,
  construct: 'Whether something a team decided helped.',
  kind: 'scale',
  cut: 'unit',
  bands: ['unfavourable', 'neutral', 'favourable'],
  text: {
    en: {
      question: `${team} decided: “${text.replace(/\.$/, '')}”. Did it help?`,
      name: 'It helped',
      levels: ['Hurt', 'No change', 'Helped'],
    },
  },
})

/** Of small letters, as the identifier of a question is. */
export const questionIdOf = (noteId: string): string =>
  `action-${Buffer.from(noteId, 'base64url').toString('hex')}`

export async function markTold(tx: Writes, roundId: string, ids: string[]): Promise<void> {
  for (const some of inBatches(ids))
    await tx.update(teamNotes).set({ roundId }).where(inArray(teamNotes.id, some))
}
