import { and, eq, inArray, isNull } from 'drizzle-orm'
import { Refusal } from '../refusal.ts'
import { pathIn, teamPaths } from '../people/people.ts'
import type { AttributeQuestion } from '../storage/schema/questions.ts'
import type { Reads } from '../storage/index.ts'
import { remarks } from '../storage/schema/publishing.ts'
import { organisation } from '../disclosure/partition.ts'
import { classesBeside } from './beside.ts'
import type { GroupResults } from './group.ts'
import { historyOf } from './history.ts'
import { ownResults } from './own-results.ts'
import type { ItemResult } from './published.ts'
import type { PublishedRound } from './published-round.ts'

export interface Results extends GroupResults {
  /** Null for the organisation. */
  teamId: string | null
  name: string
  /** By attribute: each band's results, shown with the organisation. */
  byAttribute: { attribute: AttributeQuestion; bands: string[]; items: ItemResult[] }[]
  /** What the team's own people were asked of its actions. */
  own: ItemResult[]
  remarks: Remark[]
}

interface Remark {
  question: string
  text: string
}

/** What is shown of a team, or of the organisation (null): sums of codes, or the one class a small team is part of. */
export async function resultsOf(read: Reads, round: PublishedRound, teamId: string | null): Promise<Results> {
  const paths = await teamPaths(read)
  const [history] = await historyOf(read, [round], teamId, paths)
  if (!history) throw new Refusal('notFound')
  const { round: _round, ...group } = history
  return {
    teamId,
    name: teamId ? pathIn(paths, teamId).join(' / ') : organisation,
    ...group,
    own: teamId ? await ownResults(read, round, teamId) : [],
    byAttribute: teamId ? [] : await attributeResults(read, round),
    remarks: await remarksOf(read, round, teamId),
  }
}

async function attributeResults(read: Reads, round: PublishedRound): Promise<Results['byAttribute']> {
  const { questions, classes, items } = round
  const attributes = questions.filter((question) => question.kind === 'attribute')
  const bands = attributes.flatMap((attribute) =>
    classes
      .filter(({ cut }) => cut === attribute.id)
      .map(({ id, members }) => ({ attribute, id, members: inOrder(attribute, members) }))
      .sort((a, b) => placeOf(attribute, a.members[0]) - placeOf(attribute, b.members[0])),
  )
  const found = await classesBeside(
    read,
    round,
    bands.map(({ id }) => id),
    items.map(({ key }) => key),
  )
  return bands.map(({ attribute, id, members }) => ({
    attribute,
    bands: members,
    items: items.flatMap((item): ItemResult[] => {
      const sum = item.cut === attribute.id ? found.get(id)?.get(item.key) : undefined
      return sum ? [{ ...item, sum, pooledAs: null }] : []
    }),
  }))
}

const inOrder = (attribute: AttributeQuestion, bands: string[]): string[] =>
  bands.toSorted((a, b) => placeOf(attribute, a) - placeOf(attribute, b))

/** As they were asked; whoever stated none comes last. */
function placeOf({ options }: AttributeQuestion, band = ''): number {
  const place = options.indexOf(band)
  return place < 0 ? options.length : place
}

/**
 * In the order of their questions. A remark to a class with a team's own people in it is shown there and on no page
 * above.
 */
export async function remarksOf(
  read: Reads,
  { id, classes, questions }: PublishedRound,
  teamId: string | null,
): Promise<Remark[]> {
  const own = classes.filter(({ cut, teams }) => cut === 'unit' && teamId && teams.includes(teamId))
  const ids = own.map((one) => one.id)
  const to = teamId ? inArray(remarks.classId, ids) : isNull(remarks.classId)
  const rows = await read
    .select()
    .from(remarks)
    .where(and(eq(remarks.roundId, id), to))
  const places = new Map(questions.map((question, place) => [question.id, place]))
  const placeIn = ({ question }: Remark) => places.get(question) ?? places.size
  return rows
    .sort((a, b) => placeIn(a) - placeIn(b) || (a.id < b.id ? -1 : 1))
    .map(({ question, text }) => ({ question, text }))
}
