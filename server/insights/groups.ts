import type { Viewer } from '../access/access.ts'
import { teamPaths, type TeamPaths } from '../people/people.ts'
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
  groups: Group[]
  /** Of all teams, as they are today. */
  paths: TeamPaths
}

/** The groups somebody may read, the organisation first, in the order of the tree. */
export async function groupsFor(read: Reads, viewer: Viewer, organisation: string): Promise<Readable> {
  const reading = await readingOf(read, viewer)
  const paths = await teamPaths(read)
  const teams = [...paths].filter(([id]) => reading.teams.has(id))
  return {
    reading,
    paths,
    groups: [
      { id: everybody, teamId: null, name: organisation },
      ...teams.map(([id, path]) => ({ id, teamId: id, name: path.join(' / ') })),
    ],
  }
}

/** One of them. Refuses with notAllowed. */
export async function chosenGroup(
  read: Reads,
  viewer: Viewer,
  id: string,
): Promise<Readable & { group: Group }> {
  const { name } = await theOrganisation(read)
  const readable = await groupsFor(read, viewer, name)
  return { ...readable, group: groupById(readable.groups, id) }
}

/** Refuses with notAllowed, whether there is such a team or not. */
export function groupById(groups: Group[], id: string): Group {
  const group = groups.find((one) => one.id === id)
  if (!group) throw new Refusal('notAllowed')
  return group
}

/** Where somebody begins: the first team they lead, else their own, else the organisation. */
export const firstGroupOf = ({ manages, facilitates, teamId }: Viewer): string =>
  manages[0] ?? facilitates[0] ?? teamId ?? everybody
