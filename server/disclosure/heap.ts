import { comesFirst, type Group } from './groups.ts'

/** A pairing heap of pools, the smallest on top: subtrees meld without being searched again. */
export interface Heap {
  group: Group
  below: Heap[]
}

export const put = (heap: Heap | undefined, group: Group): Heap => meld(heap, { group, below: [] })!

export function meld(a: Heap | undefined, b: Heap | undefined): Heap | undefined {
  if (!a || !b) return a ?? b
  const [top, under] = comesFirst(a.group, b.group) ? [a, b] : [b, a]
  top.below.push(under)
  return top
}

export function meldAll(heaps: Heap[]): Heap | undefined {
  let line = heaps
  while (line.length > 1) line = line.flatMap((heap, n) => (n % 2 ? [] : [meld(heap, line[n + 1])!]))
  return line[0]
}

export function everyIn(heap: Heap | undefined): Group[] {
  const found: Group[] = []
  const waiting = heap ? [heap] : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next.group)
    for (const below of next.below) waiting.push(below)
  }
  return found
}
