import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Question } from '../storage/schema/questions.ts'
import type { Reads } from '../storage/index.ts'
import { classes, codes, sums } from '../storage/schema/publishing.ts'
import { rounds } from '../storage/schema/rounds.ts'
import type { Code } from '../disclosure/code.ts'
import { organisation } from '../disclosure/partition.ts'
import { itemsOf, nested, type Item, type Published, type PublishedClass } from './published.ts'
import { groupResults, teamsBelow, type Results } from './group.ts'

/** A round whose results are published. It does not change any more. */
export interface PublishedRound {
  id: string
  name: string
  /** YYYY-MM. */
  month: string
  closesAt: Date
  questions: Question[]
  items: Item[]
  classes: PublishedClass[]
}

/** What one group's answers were in one round. */
export interface GroupRound extends Pick<Results, 'items' | 'response' | 'classes' | 'neighbours'> {
  round: PublishedRound
}

/** The newest published rounds, oldest first. */
export async function publishedRounds(read: Reads, atMost: number): Promise<PublishedRound[]> {
  const closed = await read
    .select({ id: rounds.id, outcome: rounds.outcome })
    .from(rounds)
    .where(eq(rounds.state, 'closed'))
    .orderBy(desc(rounds.closesAt), desc(rounds.id))
  const newest = closed.filter(({ outcome }) => outcome?.published).slice(0, atMost)
  const found: PublishedRound[] = []
  for (const { id } of newest.reverse()) found.push(await publishedRound(read, id))
  return found
}

/** What a round froze and the close wrote is read once: it can be megabytes, and nothing changes it. */
const known = new Map<string, PublishedRound>()
const mostKnown = 60

async function publishedRound(read: Reads, id: string): Promise<PublishedRound> {
  const kept = known.get(id)
  if (kept) return kept
  const { name, month, closesAt, questions } = rounds
  const [frozen] = await read
    .select({ name, month, closesAt, questions })
    .from(rounds)
    .where(eq(rounds.id, id))
  const asked = frozen!.questions ?? []
  const grouped = await read.select().from(classes).where(eq(classes.roundId, id))
  const round = { ...frozen!, id, questions: asked, items: itemsOf(asked), classes: grouped }
  if (known.size >= mostKnown) known.clear()
  known.set(id, round)
  return round
}

/**
 * A team's answers round by round, or the organisation's (null): the same figures as on the page of each round.
 * `paths` are today's teams.
 */
export async function historyOf(
  read: Reads,
  all: PublishedRound[],
  teamId: string | null,
  paths: Map<string, string[]>,
): Promise<GroupRound[]> {
  const below = teamsBelow(paths, teamId)
  const sumsByRound = await groupSums(read, all, teamId ?? organisation)
  const codesByRound = await codesAround(read, all, below, sumsByRound)
  return all.map((round) => {
    const published: Published = {
      classes: round.classes,
      codes: codesByRound.get(round.id) ?? new Map(),
      sums: new Map([[teamId ?? organisation, sumsByRound.get(round.id) ?? new Map()]]),
    }
    const { elsewhere: _elsewhere, ...results } = groupResults(round.items, published, teamId, below)
    return { round, ...results }
  })
}

async function groupSums(read: Reads, all: PublishedRound[], group: string) {
  const rows = await read
    .select()
    .from(sums)
    .where(and(inArray(sums.roundId, ids(all)), eq(sums.teamId, group)))
  return nested(rows.map(({ roundId, question, sum }) => [roundId, question, sum]))
}

/** Codes of the classes that are shown in a team's place, where it has no sum of its own. */
async function codesAround(
  read: Reads,
  all: PublishedRound[],
  below: Set<string> | null,
  summed: Awaited<ReturnType<typeof groupSums>>,
): Promise<Map<string, Published['codes']>> {
  const around = all.flatMap((round) => (below ? classesAround(round, below, summed.get(round.id)) : []))
  if (around.length === 0) return new Map()
  const rows = await read
    .select()
    .from(codes)
    .where(and(inArray(codes.roundId, ids(all)), inArray(codes.classId, around)))
  const found = new Map(all.map(({ id }) => [id, new Map() as Published['codes']]))
  for (const { roundId, classId, question, code } of rows) {
    const ofRound = found.get(roundId)!
    ofRound.set(classId, (ofRound.get(classId) ?? new Map<string, Code>()).set(question, code))
  }
  return found
}

/** Ids; only of the cuts by place, since a team shows no others. */
function classesAround(
  { items, classes: all }: PublishedRound,
  below: Set<string>,
  summed: Map<string, unknown> | undefined,
): string[] {
  const missing = new Set(items.filter(({ key }) => !summed?.has(key)).map(({ cut }) => cut))
  return all
    .filter(
      ({ cut, teams }) =>
        (cut === 'unit' || cut === 'area') && missing.has(cut) && teams.some((id) => below.has(id)),
    )
    .map(({ id }) => id)
}

const ids = (all: PublishedRound[]): string[] => all.map(({ id }) => id)
