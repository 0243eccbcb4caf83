import { asText, said } from '#views/insights/said.ts'
import { ResultsLetter } from '#views/post/results.tsx'
import { monthOf } from '#views/speech.ts'
import { viewerOf, type Viewer } from '../access/access.ts'
import type { Context, Letter } from '../context.ts'
import { mailChoices, oneClickLink, pathIn, reminderLink, teamPaths } from '../people/people.ts'
import {
  isPublished,
  listPublished,
  noteViewing,
  readingOf,
  shownOf,
  type Reading,
} from '../results/results.ts'
import { roundHead } from '../rounds/rounds.ts'
import { theOrganisation } from '../settings/settings.ts'
import { writeLetter } from '../web/letter.ts'
import { speechOf } from '../web/speech.ts'
import { toldOf } from './told.ts'

/**
 * That results are in, to everybody who was asked and to whoever leads a team: three sentences of their own team and
 * what it decided, or only the way there. Nothing in it depends on whether its addressee answered.
 */
export async function resultsLetter(
  context: Context,
  { addressee, about }: { addressee: string; about: string },
): Promise<Letter | null> {
  const { read } = context.store
  const viewer = await viewerOf(context, addressee)
  if (!viewer || !(await mailChoices(read, addressee)).results) return null
  const round = await roundHead(read, about)
  const organisation = await theOrganisation(read)
  const reading = await readingOf(read, viewer)
  const paths = await teamPaths(read)
  const teamId = theirs(viewer, reading)
  const told = isPublished(round) ? await toldOf(read, { teamId, paths, roundId: about }) : null
  const isTold = told !== null && organisation.mailFigures
  if (isTold) await noteViewing(context, viewer, reading, 'mailed', shownOf(teamId, [told.latest]))
  const to = teamId ?? 'organisation'
  const letter = await writeLetter(context, viewer.email, ResultsLetter, {
    name: viewer.name,
    round: round.name,
    isPublished: isPublished(round),
    threshold: round.threshold,
    team: teamId ? (pathIn(paths, teamId).at(-1) ?? '') : organisation.name,
    sentences: isTold ? told.sentences : [],
    decided: isTold ? told.decided : [],
    link: `${context.config.PUBLIC_URL}/overview/${to}`,
    kit:
      teamId && viewer.facilitates.includes(teamId)
        ? `${context.config.PUBLIC_URL}/teams/${teamId}/kit`
        : null,
    settings: await reminderLink(context, addressee),
  })
  return { ...letter, oneClick: await oneClickLink(context, addressee, 'results') }
}

/** What the newest results say of a team, or of the organisation (null), in sentences; null while there are none. */
export async function lastMonth(
  context: Context,
  teamId: string | null,
): Promise<{ month: string; said: string[] } | null> {
  const { read } = context.store
  const [latest] = await listPublished(read, 1)
  const paths = await teamPaths(read)
  if (!latest || (teamId !== null && !paths.has(teamId))) return null
  const told = await toldOf(read, { teamId, paths, roundId: latest.id })
  if (!told) return null
  const speech = speechOf(context, await theOrganisation(read))
  return {
    month: monthOf(latest.month, speech),
    said: told.sentences.map((sentence) => asText(said(sentence, speech))),
  }
}

/** Of whom somebody is told: of the first team they lead, else of their own, else of the organisation. */
const theirs = ({ teamId }: Viewer, { led: [first] }: Reading): string | null => first ?? teamId
