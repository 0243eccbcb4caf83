import { comesFirst, join, type Leaf, type Pool, type Group } from './groups.ts'
import { put, meld, meldAll, everyIn, type Heap } from './heap.ts'

/**
 * Pools leaves until every pool holds at least `minimum`. It looks at sizes alone, never at answers, and does
 * not depend on the order of its input. Everything together under the minimum: no pool at all.
 */
export function pool(leaves: Leaf[], minimum: number): Pool[] {
  const { beside, heap } = gather(tree(leaves), minimum)
  const pools = [...beside, ...everyIn(heap)].sort((a, b) => (a.first < b.first ? -1 : 1))
  return pools.map(({ members, path, size }) => ({ members: members.sort(), path, size }))
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
