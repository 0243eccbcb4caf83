import { shareOf, type Series } from '../../insights/insights.ts'
import type { Interval } from '../../disclosure/add.ts'
import type { Side, Topic, TopicSources } from './topic.ts'

/** As shares of the answers. */
export const limits = { split: 0.3, hurt: 1 / 3, gap: 0.2 }

/** What fell more than chance, the clearest first; then what rose, then what leans down. */
export function changes({ changes: told }: TopicSources): Topic[] {
  const order = ['falling', 'rising', 'leans down']
  return told
    .filter(({ lasting }) => order.includes(lasting.word))
    .toSorted(
      (a, b) =>
        order.indexOf(a.lasting.word) - order.indexOf(b.lasting.word) ||
        Math.abs(b.lasting.z) - Math.abs(a.lasting.z),
    )
    .map((change) => ({
      rule: 'change',
      question: change.series.question.id,
      side: sideOf(change.series, change.lasting.z < 0),
      change,
    }))
}

/** Where many are well and many are not: both shares are large. Only exact answers show it. */
export function splits({ series }: TopicSources): Topic[] {
  return latest(series)
    .flatMap(({ one, point: { sum } }) => {
      if (!sum.histogram || !one.bands.includes('unfavourable')) return []
      const [favourable, unfavourable] = [
        shareOf(sum, 'favourable')?.[0] ?? 0,
        shareOf(sum, 'unfavourable')?.[0] ?? 0,
      ]
      const smaller = Math.min(favourable, unfavourable)
      return smaller < limits.split ? [] : [{ series: one, favourable, unfavourable, smaller, n: sum.n }]
    })
    .toSorted((a, b) => b.smaller - a.smaller)
    .map(({ smaller: _, ...split }) => ({
      rule: 'split',
      question: split.series.question.id,
      side: null,
      ...split,
    }))
}

/** Where AI hurts most, as far as it is certain. */
export function hurts({ work }: TopicSources): Topic[] {
  return work
    .filter(({ hurt }) => hurt[0] >= limits.hurt)
    .toSorted((a, b) => b.hurt[0] - a.hurt[0])
    .map((one) => ({ rule: 'work', question: one.series.question.id, side: 'worse', work: one }))
}

/** Where the team is farthest from those around it, as far as it is certain. */
export function gaps({ series, neighbours }: TopicSources): Topic[] {
  return latest(series)
    .flatMap(({ one, point: { share: own, roundId } }) => {
      const around = neighbours.find(
        ({ key, question }) => key === one.key && question.version === one.question.version,
      )
      const theirs = around?.points.find((point) => point.roundId === roundId)?.share
      return own && theirs ? [{ series: one, own, theirs, gap: certainGap(own, theirs) }] : []
    })
    .filter(({ gap }) => gap >= limits.gap - rounding)
    .toSorted((a, b) => b.gap - a.gap)
    .map(({ series: one, own, theirs }) => ({
      rule: 'neighbours',
      question: one.question.id,
      side: sideOf(one, own[1] < theirs[0]),
      series: one,
      own,
      theirs,
    }))
}

/** Shares are fractions: 0.7 - 0.5 is a little less than 0.2. */
const rounding = 1e-9

const certainGap = (a: Interval, b: Interval): number => Math.max(a[0] - b[1], b[0] - a[1])

/** Amounts are neither good nor bad. */
const sideOf = ({ band }: Series, isLower: boolean): Side =>
  band === 'high' ? null : isLower ? 'worse' : 'better'

const latest = (series: Series[]) =>
  series.flatMap((one) => {
    const point = one.points.at(-1)
    return point && one.row === null ? [{ one, point }] : []
  })
