import { teamFinder } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { cutOf } from './cut.ts'
import { organisation } from './ready.ts'
import type { ReadyDelivery } from '../storage/schema/figure-imports.ts'
import { leastOfAnArea, type Measure } from './measures.ts'
import type { DeliveryValue, Findings } from './reading/findings.ts'
import type { Tree } from './tree.ts'
import { known } from '../known.ts'

export interface DeliveryFound {
  ready: ReadyDelivery[]
  /** As the file writes them. */
  unknown: Set<string>
  /** Teams with fewer people than the threshold. */
  withheld: Set<string>
  /** Values of a group that is too small for their measure. */
  tooFine: DeliveryValue[]
  /** A team that the file names twice under two of its names. */
  twice: DeliveryValue[]
}

/**
 * Places values in today's tree, former paths included. They are of teams, not of people; of a team with fewer
 * people than the threshold they would be of people, so those are left out.
 * @param sizes how many are directly in each team
 */
export async function placedDelivery(
  read: Reads,
  source: string,
  { delivery: values, register }: Pick<Findings, 'delivery' | 'register'>,
  sizes: Map<string, number>,
  tree: Tree,
): Promise<DeliveryFound> {
  const find = await teamFinder(read)
  const people = withBelow(sizes, tree)
  const months = new Map<string, { ready: ReadyDelivery; taken: Set<string> }>()
  const found: DeliveryFound = { ready: [], unknown: new Set(), withheld: new Set(), tooFine: [], twice: [] }
  for (const value of values) {
    const { team, month, measure } = value
    const about = months.get(month) ?? (await begun(read, source, month))
    months.set(month, about)
    const teamId = /^organi[sz]ation$/i.test(team) ? organisation : find(team)
    const key = `${teamId} ${measure}`
    if (teamId === null) found.unknown.add(team)
    else if ((people.get(teamId) ?? 0) < about.ready.threshold) found.withheld.add(team)
    else if (teamId !== organisation && !mayBeOf(register.of(measure), people.get(teamId) ?? 0))
      found.tooFine.push(value)
    else if (about.taken.has(key)) found.twice.push(value)
    else about.ready.values.push({ teamId, measure, value: value.value, standsFor: value.standsFor })
    about.taken.add(key)
  }
  found.ready = [...months.values()].map(({ ready }) => ready)
  return found
}

/** Whether a measure may be shown of a team of so many people. */
const mayBeOf = ({ level }: Measure, people: number): boolean =>
  level === 'team' || (level === 'area' && people >= leastOfAnArea)

async function begun(read: Reads, source: string, month: string) {
  const { threshold } = await cutOf(read, source, month)
  const ready: ReadyDelivery = { kind: 'delivery', source, month, threshold, values: [] }
  return { ready, taken: new Set<string>() }
}

function withBelow(sizes: Map<string, number>, { lineage }: Tree): Map<string, number> {
  const people = new Map<string, number>()
  for (const [team, size] of sizes)
    for (const id of [organisation, ...known(lineage, team)]) people.set(id, (people.get(id) ?? 0) + size)
  return people
}
