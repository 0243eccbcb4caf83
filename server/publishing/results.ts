import { and, eq } from 'drizzle-orm'
import { teamPaths } from '../people/people.ts'
import { allRounds, ownQuestionsOf, type Round } from '../rounds/rounds.ts'
import type { AttributeQuestion } from '../rounds/questions.ts'
import type { Reads } from '../storage/index.ts'
import { classes, codes, remarks } from '../storage/schema/publishing.ts'
import { add, type Sum } from './add.ts'
import { organisation } from './partition.ts'
import {
  isPublished,
  itemsOf,
  publishedOf,
  type Item,
  type Published,
  type PublishedClass,
} from './published.ts'

/** One question, or one kind of work, for one group of people. */
export interface ItemResult extends Item {
  sum: Sum
  /** The class shown instead where the team is only a part of it. */
  pooledAs: string | null
}

export interface Results {
  /** Null for the organisation. */
  teamId: string | null
  name: string
  items: ItemResult[]
  /** By attribute: each band's results, shown with the organisation. */
  byAttribute: { attribute: AttributeQuestion; bands: string[]; items: ItemResult[] }[]
  /** What the team's own people were asked of its actions. */
  own: ItemResult[]
  response: { invited: number; ballots: number } | null
  /** Classes this page rests on. */
  classes: PublishedClass[]
  /** Teams inside whose people are counted with others elsewhere. */
  elsewhere: number
  remarks: { question: string; text: string }[]
}

/** What is shown of a team, or of the organisation (null): sums of codes, or the one class a small team is part of. */
export async function resultsOf(read: Reads, round: Round, teamId: string | null): Promise<Results> {
  const published = await publishedOf(read, round)
  const paths = await teamPaths(read)
  const items = itemsOf(round.questions ?? [])
  const group = teamId ?? organisation
  const below = teamId ? teamsBelow(paths, teamId) : null
  const touching = published.classes.filter(
    ({ cut, teams }) => cut === 'unit' && (!below || teams.some((id) => below.has(id))),
  )
  const within = touching.filter(({ path }) => !teamId || path.includes(teamId))
  const base = within.length > 0 ? within : touching
  return {
    teamId,
    name: teamId ? paths.get(teamId)!.join(' / ') : organisation,
    items: items.flatMap((item) => itemResult(item, group, published, below)),
    own: teamId ? await ownResults(read, round.id, teamId) : [],
    byAttribute: teamId ? [] : attributeResults(round, items, published),
    response: base.length > 0 ? { invited: total(base, 'invited'), ballots: total(base, 'ballots') } : null,
    classes: base,
    elsewhere: within.length > 0 ? touching.length - within.length : 0,
    remarks: await remarksFor(read, round.id, teamId ? ownClasses(published, teamId) : [null]),
  }
}

/** The team and all below it. */
function teamsBelow(paths: Map<string, string[]>, teamId: string): Set<string> {
  const top = paths.get(teamId)!
  const isBelow = (path: string[]) => top.every((name, depth) => path[depth] === name)
  return new Set([...paths].filter(([, path]) => isBelow(path)).map(([id]) => id))
}

function itemResult(
  item: Item,
  group: string,
  published: Published,
  below: Set<string> | null,
): ItemResult[] {
  if (item.cut !== 'unit' && item.cut !== 'area' && below) return []
  const sum = published.sums.get(group)?.get(item.key)
  if (sum) return [{ ...item, sum, pooledAs: null }]
  const around = published.classes.find(
    ({ cut, teams }) => cut === item.cut && below && teams.some((id) => below.has(id)),
  )
  const code = around && published.codes.get(around.id)?.get(item.key)
  return code ? [{ ...item, sum: add([code], item.bands), pooledAs: around.name }] : []
}

/** A unit's own questions have a code where it is a class by itself, and are not shown elsewhere. */
async function ownResults(read: Reads, roundId: string, teamId: string): Promise<ItemResult[]> {
  const items = itemsOf(await ownQuestionsOf(read, roundId, teamId))
  if (items.length === 0) return []
  const ofUnits = await read
    .select()
    .from(classes)
    .where(and(eq(classes.roundId, roundId), eq(classes.cut, 'unit')))
  const around = ofUnits.find(({ teams }) => teams.includes(teamId))?.id ?? ''
  const coded = await read
    .select()
    .from(codes)
    .where(and(eq(codes.roundId, roundId), eq(codes.classId, around)))
  return items.map((item) => {
    const code = coded.find(({ question }) => question === item.key)?.code ?? { shown: 'none' as const }
    return { ...item, sum: add([code], item.bands), pooledAs: null }
  })
}

export interface OwnAnswers {
  round: { id: string; name: string }
  items: ItemResult[]
}

/** What a team's own people were ever asked for themselves, the newest round first. */
export async function ownAnswersOf(read: Reads, teamId: string): Promise<OwnAnswers[]> {
  const answers: OwnAnswers[] = []
  for (const round of (await allRounds(read)).filter(isPublished)) {
    const items = await ownResults(read, round.id, teamId)
    if (items.length > 0) answers.push({ round: { id: round.id, name: round.name }, items })
  }
  return answers
}

function attributeResults(
  { questions }: Round,
  items: Item[],
  { classes, codes }: Published,
): Results['byAttribute'] {
  const attributes = (questions ?? []).filter((question) => question.kind === 'attribute')
  return attributes.flatMap((attribute) =>
    classes
      .filter(({ cut }) => cut === attribute.id)
      .map(({ id, members }) => ({
        attribute,
        bands: members,
        items: items.flatMap((item): ItemResult[] => {
          const code = item.cut === attribute.id ? codes.get(id)?.get(item.key) : undefined
          return code ? [{ ...item, sum: add([code], item.bands), pooledAs: null }] : []
        }),
      })),
  )
}

/** Classes with the team's own people in them: a remark to a class is shown there and on no page above. */
const ownClasses = ({ classes }: Published, teamId: string): string[] =>
  classes.filter(({ cut, teams }) => cut === 'unit' && teams.includes(teamId)).map(({ id }) => id)

const total = (classes: PublishedClass[], what: 'invited' | 'ballots'): number =>
  classes.reduce((sum, one) => sum + (one[what] ?? 0), 0)

async function remarksFor(
  read: Reads,
  roundId: string,
  classIds: (string | null)[],
): Promise<Results['remarks']> {
  const rows = await read.select().from(remarks).where(eq(remarks.roundId, roundId))
  return rows
    .filter(({ classId }) => classIds.includes(classId))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ question, text }) => ({ question, text }))
}
