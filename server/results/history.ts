import { and, eq, inArray } from 'drizzle-orm'
import type { TeamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { codes, sums } from '../storage/schema/publishing.ts'
import type { Code } from '../disclosure/code.ts'
import { organisation } from '../disclosure/partition.ts'
import { groupResults, teamsBelow, type GroupResults } from './group.ts'
import { nested, type Published } from './published.ts'
import type { PublishedRound } from './published-rounds.ts'

/** What one group's answers were in one round. */
export interface GroupRound extends GroupResults {
  round: PublishedRound
}

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
  const codesByRound = await codesAround(read, all, below, sumsByRound)
  return all.map((round) => {
    const published: Published = {
      classes: round.classes,
      codes: codesByRound.get(round.id) ?? new Map(),
      sums: new Map([[teamId ?? organisation, sumsByRound.get(round.id) ?? new Map()]]),
    }
    return { round, ...groupResults(round.items, published, teamId, below) }
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
