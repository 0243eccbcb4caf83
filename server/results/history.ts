import { and, eq, inArray } from 'drizzle-orm'
import type { TeamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { codes, sums } from '../storage/schema/publishing.ts'
import type { Code } from '../disclosure/exact-or-range.ts'
import { organisation } from '../disclosure/partition.ts'
import { classAround, groupResults, teamsBelow, type GroupRound } from './group.ts'
import { withParts } from './parts.ts'
import { nested, type Published, type PublishedClass } from './published.ts'
import type { PublishedRound } from './published-round.ts'
import { known } from '../known.ts'

/**
 * A team's answers round by round, or the organisation's (null): the same figures as on the page of each round.
 * `paths` are today's teams.
 */
export async function historyOf(
  read: Reads,
  all: PublishedRound[],
  teamId: string | null,
  paths: TeamPaths,
): Promise<GroupRound[]> {
  const below = teamsBelow(paths, teamId)
  const sumsByRound = await groupSums(read, all, teamId ?? organisation)
  const touching = new Map(all.map((round) => [round.id, classesTouching(round, below)]))
  const codesByRound = await codesAround(read, all, touching, sumsByRound)
  return all.map((round) => {
    const published: Published = {
      classes: touching.get(round.id) ?? round.classes,
      codes: codesByRound.get(round.id) ?? new Map(),
      sums: new Map([[teamId ?? organisation, sumsByRound.get(round.id) ?? new Map()]]),
    }
    return { round, ...groupResults(round.items, published, teamId, below) }
  })
}

/** The same, with the parts of what can only be compared in part. */
export async function dividedHistoryOf(
  read: Reads,
  all: PublishedRound[],
  teamId: string | null,
  paths: TeamPaths,
): Promise<GroupRound[]> {
  return withParts(read, await historyOf(read, all, teamId, paths), teamId)
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
  touching: Map<string, PublishedClass[] | null>,
  summed: Awaited<ReturnType<typeof groupSums>>,
): Promise<Map<string, Published['codes']>> {
  const around = all.flatMap((round) =>
    shownInstead(round, touching.get(round.id) ?? [], summed.get(round.id)),
  )
  if (around.length === 0) return new Map()
  const rows = await read
    .select()
    .from(codes)
    .where(and(inArray(codes.roundId, ids(all)), inArray(codes.classId, around)))
  const found = new Map(all.map(({ id }) => [id, new Map() as Published['codes']]))
  for (const { roundId, classId, question, code } of rows) {
    const ofRound = known(found, roundId)
    ofRound.set(classId, (ofRound.get(classId) ?? new Map<string, Code>()).set(question, code))
  }
  return found
}

/** Classes by place with people of these teams in them, since a team shows no others; null for the organisation. */
const classesTouching = ({ classes }: PublishedRound, below: Set<string> | null): PublishedClass[] | null =>
  below &&
  classes.filter(({ cut, teams }) => (cut === 'unit' || cut === 'area') && teams.some((id) => below.has(id)))

/** Ids of those that are shown where a question has no sum: one of each cut, however many there are. */
function shownInstead(
  { items }: PublishedRound,
  touching: PublishedClass[],
  summed: Map<string, unknown> | undefined,
): string[] {
  const missing = new Set(items.filter(({ key }) => !summed?.has(key)).map(({ cut }) => cut))
  return [...missing].flatMap((cut) => classAround(touching, cut)?.id ?? [])
}

const ids = (all: PublishedRound[]): string[] => all.map(({ id }) => id)
