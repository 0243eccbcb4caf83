import type { Gap } from '#views/insights/gap-props.ts'
import { adoptionOf, deliveryOf, type Adoption, type Delivery } from '../figures/figures.ts'
import { dividedHistoryOf, publishedRounds, type GroupRound } from '../results/results.ts'
import type { TeamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { acknowledgementsOf, type Acknowledgement } from './acknowledgements.ts'
import { annotationsOf, type Annotation } from './annotations.ts'
import { changesIn, type Change } from './changes.ts'
import { gapsOf } from './gaps.ts'
import { everybody } from './groups.ts'
import { sentencesOf, type Sentence } from './sentences.ts'
import { seriesOf, type Series } from './series.ts'
import { signalsOf, type Signal } from './signals.ts'

/** Everything insights say of one group, a team or the organisation (null). */
export interface Overview {
  teamId: string | null
  history: GroupRound[]
  /** The latest round in which the group's results stand; all below is as of it. */
  latest: GroupRound
  series: Series[]
  /** Of every scale that has an earlier month to compare with. */
  changes: Change[]
  sentences: Sentence[]
  signals: (Signal & { acknowledged: Acknowledgement | null })[]
  gaps: Gap[]
  /** Of the months shown, its own and those of all above it. */
  annotations: Annotation[]
  adoption: Adoption[]
  /** Every measure of the group, oldest month first. */
  delivery: Delivery[]
  /** What is measured of the organisation, and not of this group. */
  around: Delivery[]
  /** The measure that stands beside the questions, the group's or else the organisation's; null where nothing is measured. */
  measure: string | null
}

export interface OverviewChoice {
  /** Months shown, at least. */
  months: number
  measure: string | null
  /** As of an earlier round instead of the latest. */
  roundId?: string | null
}

/** Null while nothing of the group is published. */
export async function overviewOf(
  read: Reads,
  { teamId, paths }: { teamId: string | null; paths: TeamPaths },
  { months, measure: wanted, roundId }: OverviewChoice,
): Promise<Overview | null> {
  const rounds = await publishedRounds(read, months + 1, roundId)
  const history = (await dividedHistoryOf(read, rounds, teamId, paths)).filter(
    ({ items }) => items.length > 0,
  )
  const latest = history.at(-1)
  if (!latest) return null
  const { month } = latest.round
  const adoption = await adoptionOf(read, teamId ?? everybody)
  const delivery = await deliveryOf(read, teamId ?? everybody)
  const own = new Set(delivery.map((one) => one.measure))
  const around = teamId ? (await deliveryOf(read, everybody)).filter((one) => !own.has(one.measure)) : []
  const measure = measureShown([...delivery, ...around], wanted)
  const series = seriesOf(history)
  const changes = changesIn(series, month)
  const acknowledged = teamId ? await acknowledgementsOf(read, teamId, latest.round.id) : new Map()
  const sources = { series, adoption, delivery, month }
  const signals = signalsOf(changes, sources)
  const shown = new Set(history.map(({ round }) => round.month))
  const annotations = await annotationsOf(read, teamId)
  return {
    teamId,
    history,
    latest,
    series,
    changes,
    sentences: sentencesOf({ series, changes, adoption }),
    signals: signals.map((signal) => ({ ...signal, acknowledged: acknowledged.get(signal.key) ?? null })),
    gaps: gapsOf(changes, sources),
    annotations: annotations.filter((one) => shown.has(one.month)),
    adoption,
    delivery,
    around,
    measure,
  }
}

const preferred = 'lead-time'

function measureShown(delivery: Delivery[], wanted: string | null): string | null {
  const there = new Set<string>(delivery.map(({ measure }) => measure))
  if (wanted && there.has(wanted)) return wanted
  return there.has(preferred) ? preferred : (delivery[0]?.measure ?? null)
}
