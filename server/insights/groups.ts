import type { Viewer } from '../access/access.ts'
import { findTeams, teamPaths, teamReader, type TeamPaths, type TeamsFound } from '../people/people.ts'
import { readingOf, type Reading } from '../results/results.ts'
import { Refusal } from '../refusal.ts'
import { theOrganisation } from '../settings/settings.ts'
import type { Reads } from '../storage/index.ts'

/** What insights are shown of: a team, or the organisation, whose id in an address is `organisation`. */
export interface Group {
  id: string
  /** Null for the organisation. */
  teamId: string | null
  name: string
}

export const everybody = 'organisation'

interface Readable {
  reading: Reading
  /** The groups somebody may read, besides the organisation, which everybody may. */
  groups: TeamsFound
  organisation: string
  /** Of all teams, as they are today. */
  paths: TeamPaths
}

/** @param sought a part of the path of a team */
export async function groupsFor(read: Reads, viewer: Viewer, sought = ''): Promise<Readable> {
  const { name: organisation } = await theOrganisation(read)
  const reading = await readingOf(read, viewer)
  const paths = await teamPaths(read)
  return { reading, paths, organisation, groups: findTeams(paths, reading.teams, sought) }
}

/** Refuses with notAllowed, whether there is such a team or not. */
export async function chosenGroup(
  read: Reads,
  viewer: Viewer,
  id: string,
): Promise<Readable & { group: Group }> {
  const readable = await groupsFor(read, viewer)
  const { organisation, paths, reading } = readable
  if (id === everybody) return { ...readable, group: { id, teamId: null, name: organisation } }
  const path = reading.teams.has(id) && paths.get(id)
  if (!path) throw new Refusal('notAllowed')
  return { ...readable, group: { id, teamId: id, name: path.join(' / ') } }
}

/** A group as somebody chose it from a list or typed it; null for what is not the whole of one's path. */
export function groupWritten({ organisation, paths, reading }: Readable, written: string): string | null {
  if (written === everybody || written.trim() === organisation) return everybody
  const id = teamReader(paths)(written)
  return id && reading.teams.has(id) ? id : null
}

/** Where somebody begins: the first team they lead, else their own, else the organisation. */
export const firstGroupOf = ({ manages, facilitates, teamId }: Viewer): string =>
  manages[0] ?? facilitates[0] ?? teamId ?? everybody
