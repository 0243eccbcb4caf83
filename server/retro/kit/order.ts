import type { Topic } from './topic.ts'

/** A topic under the number by which the fields of its form are called: its place as proposed, from 0. */
export type Numbered = Topic & { number: number }

export const directions = ['up', 'down'] as const
export type Direction = (typeof directions)[number]

/** @param order numbers in the order they were put in; what it does not name comes after */
export function inOrder(topics: Topic[], order: string[]): Numbered[] {
  const placeOf = (number: number) => {
    const place = order.indexOf(String(number))
    return place < 0 ? order.length + number : place
  }
  return topics
    .map((topic, number) => ({ ...topic, number }))
    .toSorted((a, b) => placeOf(a.number) - placeOf(b.number))
}

/** One place up or down, as far as there are places. */
export function moved(topics: Numbered[], number: number, direction: Direction): Numbered[] {
  const from = topics.findIndex((topic) => topic.number === number)
  if (from < 0) return topics
  const to = Math.max(0, from + (direction === 'up' ? -1 : 1))
  return topics.toSpliced(from, 1).toSpliced(to, 0, ...topics.slice(from, from + 1))
}
