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

/**
 * Pools leaves until every pool holds at least `minimum`. It looks at sizes alone, never at answers, and does
 * not depend on the order of its input. Everything together under the minimum: no pool at all.
 */
export function pool(leaves: Leaf[], minimum: number): Pool[] {
  const { beside, heap } = gather(tree(leaves), minimum)
  const pools = [...beside, ...everyIn(heap)].sort((a, b) => (a.first < b.first ? -1 : 1))
  return pools.map(({ members, path, size }) => ({ members: members.sort(), path, size }))
}

interface Group extends Pool {
  /** The smallest of its members' ids, which breaks ties. */
  first: string
}

interface Place {
  below: Map<string, Place>
  groups: Group[]
}

function tree(leaves: Leaf[]): Place {
  const root: Place = { below: new Map(), groups: [] }
  for (const { id, path, size } of leaves) {
    let place = root
    for (const ancestor of path) {
      const next = place.below.get(ancestor) ?? { below: new Map(), groups: [] }
      place.below.set(ancestor, next)
      place = next
    }
    place.groups.push({ members: [id], path, size, first: id })
  }
  return root
}

/** What a place made of its leaves: pools directly under it, pools further down, and a rest that goes up. */
interface Gathered {
  beside: Group[]
  heap: Heap | undefined
  rest: Group | undefined
}

function gather(place: Place, minimum: number): Gathered {
  let heap: Heap | undefined
  const small = place.groups.filter((group) => group.size < minimum)
  for (const child of place.below.values()) {
    const below = gather(child, minimum)
    heap = below.beside.reduce(put, meld(heap, below.heap))
    if (below.rest) small.push(below.rest)
  }
  const packed = pack(small, minimum)
  const beside = [...place.groups.filter((group) => group.size >= minimum), ...packed.pools]
  return takeIn(packed.rest, beside, heap)
}

/**
 * The largest is filled up by the smallest until it reaches the minimum, then the next largest: more pools,
 * and smaller ones, than one pool of all that is small.
 */
function pack(small: Group[], minimum: number): { pools: Group[]; rest: Group | undefined } {
  const line = small.sort((a, b) => (comesFirst(a, b) ? -1 : 1))
  const pools: Group[] = []
  let [lowest, highest] = [0, line.length - 1]
  while (lowest <= highest) {
    let group = line[highest--]!
    while (group.size < minimum && lowest <= highest) group = join(group, line[lowest++]!)
    if (group.size < minimum) return { pools, rest: group }
    pools.push(group)
  }
  return { pools, rest: undefined }
}

function takeIn(rest: Group | undefined, beside: Group[], heap: Heap | undefined): Gathered {
  if (!rest) return { beside, heap, rest }
  if (beside.length) {
    const host = beside.reduce((a, b) => (comesFirst(b, a) ? b : a))
    return {
      beside: beside.map((group) => (group === host ? join(host, rest) : group)),
      heap,
      rest: undefined,
    }
  }
  if (!heap) return { beside, heap, rest }
  return { beside, heap: put(meldAll(heap.below), join(heap.group, rest)), rest: undefined }
}

const comesFirst = (a: Group, b: Group): boolean =>
  a.size < b.size || (a.size === b.size && a.first < b.first)

function join(a: Group, b: Group): Group {
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

/** A pairing heap of pools, the smallest on top: subtrees meld without being searched again. */
interface Heap {
  group: Group
  below: Heap[]
}

const put = (heap: Heap | undefined, group: Group): Heap => meld(heap, { group, below: [] })!

function meld(a: Heap | undefined, b: Heap | undefined): Heap | undefined {
  if (!a || !b) return a ?? b
  const [top, under] = comesFirst(a.group, b.group) ? [a, b] : [b, a]
  top.below.push(under)
  return top
}

function meldAll(heaps: Heap[]): Heap | undefined {
  let line = heaps
  while (line.length > 1) line = line.flatMap((heap, n) => (n % 2 ? [] : [meld(heap, line[n + 1])!]))
  return line[0]
}

function everyIn(heap: Heap | undefined): Group[] {
  const found: Group[] = []
  const waiting = heap ? [heap] : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next.group)
    for (const below of next.below) waiting.push(below)
  }
  return found
}
