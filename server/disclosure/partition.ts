import { createHash } from 'node:crypto'
import { commonPath } from './groups.ts'
import { pool } from './pooling.ts'
import { known } from '../known.ts'

/** A reporting unit, as the round froze it. */
export interface Unit {
  id: string
  /** The teams pooled in it at the opening: one, or several. */
  teams: string[]
  /** Ids of the teams above all of its teams, root first. */
  path: string[]
  /** The area it belongs to: units merged at the opening until at least 20 people were invited. */
  area: string
}

/** The ballots of one class's people are shown together, and never without one another. */
export interface Class {
  /** Follows from the cut and the members alone. */
  id: string
  /** Ids of the cut's parts in it, sorted: units, areas, bands of an attribute, or the organisation. */
  members: string[]
  /** Ids of the teams that hold everybody in it, root first. */
  path: string[]
  ballots: number
}

/** Readable ballots by unit, and by declared attribute and band; what is absent is 0. */
export interface Turnout {
  units: Map<string, number>
  attributes: Map<string, Map<string, number>>
}

/** The classes of each cut: 'unit', 'area', 'organisation', and each attribute by its id. */
export type Partition = Map<string, Class[]>

export const organisation = 'organisation'

/** Divides a round's ballots into classes of at least `threshold`, from their numbers alone; under it, none. */
export function partition(units: Unit[], turnout: Turnout, threshold: number): Partition {
  const unitClasses = classesOfUnits(units, turnout, threshold)
  return new Map([
    ['unit', unitClasses],
    ['area', classesOfAreas(units, unitClasses, turnout)],
    [organisation, classesOfOrganisation(units, turnout, threshold)],
    ...Array.from(turnout.attributes, ([attribute, ballots]): [string, Class[]] => [
      attribute,
      classesOfBands(attribute, units, ballots, threshold),
    ]),
  ])
}

/** Units of one area are pooled with each other first, so that an area's classes are sums of units' classes. */
function classesOfUnits(units: Unit[], turnout: Turnout, threshold: number): Class[] {
  const depths = new Map(Array.from(byArea(units), ([area, inside]) => [area, teamsAbove(inside).length]))
  const leaves = units.map(({ id, path, area }) => ({
    id,
    path: path.toSpliced(known(depths, area), 0, `area ${area}`),
    size: turnout.units.get(id) ?? 0,
  }))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return pool(leaves, threshold).map(({ members, size }) =>
    newClass('unit', members, teamsHolding(members.map((id) => known(byId, id))), size),
  )
}

function byArea(units: Unit[]): Map<string, Unit[]> {
  const areas = new Map<string, Unit[]>()
  for (const unit of units) {
    const inside = areas.get(unit.area)
    if (inside) inside.push(unit)
    else areas.set(unit.area, [unit])
  }
  return areas
}

const teamsAbove = (units: Unit[]): string[] => commonPath(units.map(({ path }) => path))

function teamsHolding(units: Unit[]): string[] {
  const [unit, ...others] = units
  if (unit && !others.length && unit.teams.length === 1) return [...unit.path, ...unit.teams]
  return teamsAbove(units)
}

/**
 * Areas that a class of units straddles are joined. Were they cut on their own, the numbers of two cuts could
 * be subtracted, and say how many of a few people answered, or that none did.
 */
function classesOfAreas(units: Unit[], unitClasses: Class[], turnout: Turnout): Class[] {
  const areaOf = new Map(units.map(({ id, area }) => [id, area]))
  const joined = new Map<string, Set<string>>()
  for (const { members } of unitClasses) {
    const touched = new Set(members.map((unit) => known(areaOf, unit)))
    const together = new Set([...touched].flatMap((area) => [...(joined.get(area) ?? [area])]))
    for (const area of together) joined.set(area, together)
  }
  const inside = byArea(units)
  return Array.from(new Set(joined.values()), (areas) => {
    const theirs = [...areas].flatMap((area) => known(inside, area))
    return newClass('area', [...areas].sort(), teamsHolding(theirs), ballotsOf(theirs, turnout))
  })
}

function classesOfOrganisation(units: Unit[], turnout: Turnout, threshold: number): Class[] {
  const ballots = ballotsOf(units, turnout)
  return ballots < threshold ? [] : [newClass(organisation, [organisation], teamsHolding(units), ballots)]
}

function ballotsOf(units: Unit[], turnout: Turnout): number {
  return units.reduce((sum, { id }) => sum + (turnout.units.get(id) ?? 0), 0)
}

function classesOfBands(
  attribute: string,
  units: Unit[],
  ballots: Map<string, number>,
  threshold: number,
): Class[] {
  const leaves = Array.from(ballots, ([id, size]) => ({ id, path: [], size }))
  return pool(leaves, threshold).map(({ members, size }) =>
    newClass(attribute, members, teamsHolding(units), size),
  )
}

function newClass(cut: string, members: string[], path: string[], ballots: number): Class {
  return { id: classId(cut, members), members, path, ballots }
}

export const classId = (cut: string, members: string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([cut, ...members]))
    .digest('hex')
    .slice(0, 32)
