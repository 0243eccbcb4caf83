/** Something with people in it: a team at the opening, a reporting unit or an attribute's band at the close. */
export interface Leaf {
  id: string
  /** Ids of its ancestors, root first, nearest parent last; empty at the top level. */
  path: string[]
  /** People invited, or ballots. */
  size: number
}

export interface Pool {
  /** Ids of its leaves, sorted. */
  members: string[]
  /** The ancestors its members have in common; of a leaf that stands alone, its own path. */
  path: string[]
  size: number
}

export interface Group extends Pool {
  /** The smallest of its members' ids, which breaks ties. */
  first: string
}

export const comesFirst = (a: Group, b: Group): boolean =>
  a.size < b.size || (a.size === b.size && a.first < b.first)

export function join(a: Group, b: Group): Group {
  const [longer, shorter] = a.members.length < b.members.length ? [b, a] : [a, b]
  for (const member of shorter.members) longer.members.push(member)
  const first = a.first < b.first ? a.first : b.first
  return { members: longer.members, path: commonPath([a.path, b.path]), size: a.size + b.size, first }
}

/** The ancestors that all paths begin with. */
export function commonPath(paths: string[][]): string[] {
  const [path = [], ...others] = paths
  const end = path.findIndex((id, depth) => others.some((other) => other[depth] !== id))
  return end < 0 ? path : path.slice(0, end)
}
