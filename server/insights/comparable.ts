import { add } from '../disclosure/add.ts'
import { shareOf, type Point, type Series } from './series.ts'
import type { Interval } from '../disclosure/add.ts'

export type ShownPoint = Point & { share: Interval }

/** The months of a question that can be compared: the answers of the same groups in each. */
export interface Comparable {
  /** Oldest first, up to the month looked at. */
  points: ShownPoint[]
  /** How many groups are compared, of how many, where it is not all of them. */
  partly: { groups: number; of: number } | null
}

/** Null where nothing is shown in that month. */
export function comparable(series: Series, month: string): Comparable | null {
  const points = series.points.filter((point) => point.month <= month)
  const now = points.at(-1)
  if (now?.month !== month) return null
  const alike = points.filter(({ pooledAs }) => pooledAs === now.pooledAs)
  return now.parts ? ofSameGroups(alike, now.parts.length, series) : ofWholes(alike)
}

/** Of the groups behind a sum, so many have to be shown in both rounds: what is hidden in one of them could move it. */
const shownAtLeast = 0.8

function ofWholes(points: Point[]): Comparable | null {
  const shown = points.filter(isShown).filter(({ sum }) => sum.shown >= shownAtLeast * sum.classes)
  return shown.at(-1)?.month === points.at(-1)?.month ? { points: shown, partly: null } : null
}

const isShown = (point: Point): point is ShownPoint => point.share !== null

/** Those groups, shown this month, that make for the most answers over the most months. */
function ofSameGroups(points: Point[], of: number, series: Series): Comparable | null {
  const now = points.at(-1)
  const today = now && groupsShown(now)
  if (!today || today.size === 0) return null
  const choices = points.map((point) => inBoth(today, groupsShown(point)))
  let found: ShownPoint[] = []
  let groups = 0
  let most = 0
  for (const choice of choices.filter(({ size }) => size > 0)) {
    const months = points.filter((point) => inBoth(choice, groupsShown(point)).size === choice.size)
    const sums = months.map((point) => narrowed(point, choice, series)).filter(isShown)
    const answers = (sums.at(-1)?.sum.n ?? 0) * sums.length
    if (answers > most) [found, groups, most] = [sums, choice.size, answers]
  }
  return found.length > 0 ? { points: found, partly: groups < of ? { groups, of } : null } : null
}

const groupsShown = ({ parts = [] }: Point): Set<string> =>
  new Set(parts.filter(({ code }) => code.shown !== 'none').map(({ who }) => who))

const inBoth = (one: Set<string>, other: Set<string>): Set<string> =>
  new Set([...one].filter((who) => other.has(who)))

/** An addition of published codes: it says nothing that they do not. */
function narrowed(point: Point, groups: Set<string>, { bands, band }: Series): Point {
  const parts = (point.parts ?? []).filter(({ who }) => groups.has(who))
  const sum = add(
    parts.map(({ code }) => code),
    bands,
  )
  const invited = parts.reduce((all, one) => all + one.invited, 0)
  return { ...point, sum, invited, share: shareOf(sum, band) }
}
