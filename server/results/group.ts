import { eq } from 'drizzle-orm'
import { teamPaths } from '../people/people.ts'
import type { Round } from '../rounds/rounds.ts'
import type { AttributeQuestion } from '../storage/schema/questions.ts'
import type { Reads } from '../storage/index.ts'
import { remarks } from '../storage/schema/publishing.ts'
import { add } from '../disclosure/add.ts'
import { organisation } from '../disclosure/partition.ts'
import { ownResults } from './own-results.ts'
import {
  itemsOf,
  publishedOf,
  type Item,
  type ItemResult,
  type Published,
  type PublishedClass,
} from './published.ts'

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
  /** Ids of teams outside whose people are counted in what is shown here. */
  neighbours: string[]
  remarks: { question: string; text: string }[]
}

/** What is shown of a team, or of the organisation (null): sums of codes, or the one class a small team is part of. */
export async function resultsOf(read: Reads, round: Round, teamId: string | null): Promise<Results> {
  const published = await publishedOf(read, round)
  const paths = await teamPaths(read)
  const items = itemsOf(round.questions ?? [])
  return {
    teamId,
    name: teamId ? paths.get(teamId)!.join(' / ') : organisation,
    ...groupResults(items, published, teamId, teamsBelow(paths, teamId)),
    own: teamId ? (await ownResults(read, round.id, teamId)).items : [],
    byAttribute: teamId ? [] : attributeResults(round, items, published),
    remarks: await remarksFor(read, round.id, teamId ? ownClasses(published, teamId) : [null]),
  }
}

/** The ratings of one group in one round, and the classes they rest on; `below` is null for the organisation. */
export function groupResults(
  items: Item[],
  published: Published,
  teamId: string | null,
  below: Set<string> | null,
): Pick<Results, 'items' | 'response' | 'classes' | 'elsewhere' | 'neighbours'> {
  const touching = published.classes.filter(
    ({ cut, teams }) => cut === 'unit' && (!below || teams.some((id) => below.has(id))),
  )
  const within = touching.filter(({ path }) => !teamId || path.includes(teamId))
  const base = within.length > 0 ? within : touching
  const found = items.flatMap((item) => itemResult(item, teamId ?? organisation, published, below))
  const counted = [...base, ...found.flatMap(({ around }) => around ?? [])].flatMap(({ teams }) => teams)
  return {
    items: found.map(({ around: _around, ...item }) => item),
    response: base.length > 0 ? { invited: total(base, 'invited'), ballots: total(base, 'ballots') } : null,
    classes: base,
    elsewhere: within.length > 0 ? touching.length - within.length : 0,
    neighbours: below ? [...new Set(counted)].filter((id) => !below.has(id)) : [],
  }
}

/** The team and all below it; null for the organisation, which holds everybody. */
export function teamsBelow(paths: Map<string, string[]>, teamId: string | null): Set<string> | null {
  if (teamId === null) return null
  const top = paths.get(teamId)!
  const isBelow = (path: string[]) => top.every((name, depth) => path[depth] === name)
  return new Set([...paths].filter(([, path]) => isBelow(path)).map(([id]) => id))
}

function itemResult(
  item: Item,
  group: string,
  published: Published,
  below: Set<string> | null,
): (ItemResult & { around: PublishedClass | null })[] {
  if (item.cut !== 'unit' && item.cut !== 'area' && below) return []
  const sum = published.sums.get(group)?.get(item.key)
  if (sum) return [{ ...item, sum, pooledAs: null, around: null }]
  const around = published.classes.find(
    ({ cut, teams }) => cut === item.cut && below && teams.some((id) => below.has(id)),
  )
  const code = around && published.codes.get(around.id)?.get(item.key)
  return code ? [{ ...item, sum: add([code], item.bands), pooledAs: around.name, around }] : []
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
