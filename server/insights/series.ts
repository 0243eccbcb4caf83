import type { GroupRound, Part } from '../results/results.ts'
import type { Interval, Sum } from '../disclosure/add.ts'
import type { Question } from '../storage/schema/questions.ts'

/** One round's answers of a group to one question. */
export interface Point {
  roundId: string
  roundName: string
  /** YYYY-MM. */
  month: string
  sum: Sum
  invited: number
  /** Fraction of the answers in the band that is told; null where nothing is shown. */
  share: Interval | null
  /** The group shown instead, in a month in which this one was too small to stand alone. */
  pooledAs: string | null
  /** What the sum adds up, where groups are hidden in some months. */
  parts?: Part[]
}

/** One question in one version, asked of one group, oldest answers first. */
export interface Series {
  /** `question`, or `question.row` in a grid. */
  key: string
  question: Question
  row: string | null
  bands: string[]
  /** The band whose share is told. */
  band: string
  points: Point[]
}

/** What is told of a question: the share of favourable answers; of amounts, of high ones; of a grid's row, of help or of use. */
export function toldBand(bands: string[]): string {
  const told = ['favourable', 'high', 'helped', 'used'].find((band) => bands.includes(band))
  if (told === undefined) throw new Error(`None of ${bands.join(', ')} is told.`)
  return told
}

/** The share of answers in a band, from 0 to 1, with both ends possible; null where nothing is shown. */
export function shareOf({ n, bands, shown }: Sum, band: string): Interval | null {
  const people = bands[band]
  return shown === 0 || !people ? null : [people[0] / n, people[1] / n]
}

/** Every question of these rounds, the latest round's first; a series joins only the same question in one version. */
export function seriesOf(history: Answered[]): Series[] {
  const newest = new Map<string, Answered['items'][number]>()
  for (const { items } of history.toReversed())
    // A choice has no end that could be told to rise or fall.
    for (const item of items)
      if (item.question.kind !== 'choice' && !newest.has(item.key)) newest.set(item.key, item)
  const asked = history.map((one) => ({ ...one, byKey: new Map(one.items.map((item) => [item.key, item])) }))
  return Array.from(newest.values(), ({ key, question, row, bands }) => {
    const band = toldBand(bands)
    return { key, question, row, bands, band, points: pointsOf(asked, key, question.version, band) }
  })
}

type Answered = Pick<GroupRound, 'round' | 'items' | 'response'>

type Asked = Answered & { byKey: Map<string, Answered['items'][number]> }

function pointsOf(asked: Asked[], key: string, version: number, band: string): Point[] {
  return asked.flatMap(({ round, byKey, response }) => {
    const item = byKey.get(key)
    if (item?.question.version !== version) return []
    const { sum, pooledAs, parts } = item
    const { id: roundId, name: roundName, month } = round
    return [
      {
        roundId,
        roundName,
        month,
        sum,
        invited: response?.invited ?? 0,
        share: shareOf(sum, band),
        pooledAs,
        ...(parts && { parts }),
      },
    ]
  })
}

/** Months between two of them, as in 2026-08 and 2026-11: 3. */
export function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return count(to) - count(from)
}

/** Of what has a month, the one nearest to a year before it, half a year at least. */
export const aYearBefore = <Of extends { month: string }>(all: Of[], month: string): Of | undefined =>
  all
    .filter((one) => monthsBetween(one.month, month) >= 6)
    .toSorted((a, b) => distance(a.month, month) - distance(b.month, month))[0]

const distance = (from: string, to: string): number => Math.abs(monthsBetween(from, to) - 12)

/** What one can be more than the other, end from opposite end. */
export const minus = (one: Interval, other: Interval): Interval => [one[0] - other[1], one[1] - other[0]]
