import { shareOf, type Change, type Series, type WorkShare } from '../../insights/insights.ts'
import type { Interval } from '../../disclosure/add.ts'

/** Whether a topic is about something that became better or worse; null where it is about neither. */
export type Side = 'better' | 'worse' | null

interface Found<Rule extends string> {
  rule: Rule
  /** Id of the question it is about. */
  question: string
  side: Side
}

/** Something worth talking about, with the rule that found it and its figure; its words stand in the messages. */
export type Topic =
  | (Found<'change'> & { change: Change })
  | (Found<'split'> & { series: Series; favourable: number; unfavourable: number; n: number })
  | (Found<'work'> & { work: WorkShare })
  | (Found<'neighbours'> & { series: Series; own: Interval; theirs: Interval })

interface TopicSources {
  /** The team's questions; of each the latest answers count. */
  series: Series[]
  /** What is told of their changes. */
  changes: Change[]
  work: WorkShare[]
  /** The questions of the group around the team. */
  neighbours: Series[]
}

export const mostTopics = 3
/** As shares of the answers. */
export const limits = { split: 0.3, hurt: 1 / 3, gap: 0.2 }

/** The best of each rule in turn, then the second best, until there are three; never two about one question. */
export function topicsOf(sources: TopicSources): Topic[] {
  const rules: Topic[][] = [changes(sources), splits(sources), hurts(sources), gaps(sources)]
  const chosen: Topic[] = []
  for (let found = true; found && chosen.length < mostTopics;) {
    found = false
    for (const candidates of rules) {
      const next = candidates.find(({ question }) => chosen.every((topic) => topic.question !== question))
      if (!next || chosen.length === mostTopics) continue
      chosen.push(next)
      found = true
    }
  }
  return chosen
}

/** What fell more than chance, the clearest first; then what rose, then what leans down. */
function changes({ changes: told }: TopicSources): Topic[] {
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
function splits({ series }: TopicSources): Topic[] {
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
function hurts({ work }: TopicSources): Topic[] {
  return work
    .filter(({ hurt }) => hurt[0] >= limits.hurt)
    .toSorted((a, b) => b.hurt[0] - a.hurt[0])
    .map((one) => ({ rule: 'work', question: one.series.question.id, side: 'worse', work: one }))
}

/** Where the team is farthest from those around it, as far as it is certain. */
function gaps({ series, neighbours }: TopicSources): Topic[] {
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
