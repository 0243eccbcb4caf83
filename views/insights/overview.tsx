import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { useMonth } from '../parts/time.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import type { GroupAbove } from '../results/row.tsx'
import { useMessages } from '../setting.ts'
import { measureName, type Measure } from '../figures/measure-name.ts'
import { Asked } from './asked.tsx'
import { overviewAddress, type Chosen } from './address.ts'
import { Annotations, type Annotation } from './annotations.tsx'
import { Choices } from './choices.tsx'
import { besideOf, measureOf } from './beside.ts'
import type { AdoptionFigure, Change, DeliveryFigure, Series } from './figures.ts'
import { InsightsHeader } from './header.tsx'
import type { Group } from './tabs.tsx'
import { Hero } from './hero.tsx'
import type { Sentence } from './said.ts'
import { Sentences } from './sentences.tsx'
import { Signals, type Signal } from './signals.tsx'

interface Month {
  id: string
  month: string
}

export interface Overview {
  latest: { round: Month; response: { invited: number; ballots: number } | null }
  history: { round: { month: string } }[]
  series: Series[]
  changes: Change[]
  sentences: Sentence[]
  signals: Signal[]
  adoption: AdoptionFigure[]
  delivery: DeliveryFigure[]
  around: DeliveryFigure[]
  annotations: Annotation[]
  measure: string | null
}

export interface OverviewProps {
  group: Group
  groups: TeamsFound
  chosen: Chosen
  /** Key of the question whose row is open. */
  open: string | null
  /** The group above, beside which a row stands when it is opened. */
  above: GroupAbove | null
  measures: readonly Measure[]
  /** The months before and after the one that is shown. */
  around: { earlier: Month | null; later: Month | null }
  /** Whether the reader manages or facilitates the team, and may answer its signals. */
  leads: boolean
  /** Whether the reader may write on the group's charts, and which annotations may be changed. */
  annotates: boolean
  annotated: (Annotation & { changes: boolean })[]
  /** Null while nothing of the group is published. */
  overview: Overview | null
}

export function OverviewPage(props: OverviewProps) {
  const { group, groups, overview, leads, chosen } = props
  const { insights: text } = useMessages()
  const month = useMonth()
  const title = overview ? text.heading(group.name, month(overview.latest.round.month)) : group.name
  return (
    <Page title={title} wide live>
      <InsightsHeader group={group} groups={groups} current="overview" leads={leads}>
        <Choices {...props} chosen={chosen} />
      </InsightsHeader>
      {overview ? (
        <Shown {...props} overview={overview} />
      ) : (
        <Empty text={group.id === 'organisation' ? text.nothing : text.nothingHere} />
      )}
    </Page>
  )
}

function Shown({ overview, ...props }: OverviewProps & { overview: Overview }) {
  const { group, measures, around, leads, annotates, annotated, chosen } = props
  const t = useMessages()
  const { insights: text, figures } = t
  const described = measures.map((one) => ({
    id: one.id,
    label: measureName(one, t),
    unit: figures.units[one.unit],
  }))
  const beside = besideOf(overview, text.charts)
  const measure = measureOf(overview, described, text)
  const months = [...new Set(overview.history.map(({ round }) => round.month))]
  return (
    <>
      <Answered group={group} overview={overview} around={around} chosen={chosen} />
      <Sentences sentences={overview.sentences} />
      <Hero group={group} overview={overview} beside={beside} measure={measure} />
      <Annotations group={group} months={months} annotates={annotates} annotated={annotated} />
      <Signals {...overview} team={group.id} leads={leads} />
      <Asked {...props} overview={overview} beside={beside} measure={measure} />
      <p class="actions">
        {text.exports} <a href={`/overview/${group.id}/trends.csv`}>CSV</a>
        <a href={`/overview/${group.id}/trends.json`}>JSON</a>
        <a href={resultsOf(group, overview.latest.round.id)}>{text.answersOfMonth}</a>
      </p>
      <p class="hint">{text.print}</p>
    </>
  )
}

/** How many stand behind the page, and the way to the months beside it. */
function Answered({
  group,
  overview,
  around,
  chosen,
}: Pick<OverviewProps, 'group' | 'around' | 'chosen'> & { overview: Overview }) {
  const { insights: text } = useMessages()
  const month = useMonth()
  const { response } = overview.latest
  return (
    <p class="answered">
      {response && <span>{text.answered(response.ballots, response.invited)}</span>}
      {around.earlier && (
        <a href={overviewAddress(group.id, { ...chosen, round: around.earlier.id })}>
          {text.earlier(month(around.earlier.month))}
        </a>
      )}
      {around.later && (
        <a href={overviewAddress(group.id, { ...chosen, round: around.later.id })}>
          {text.later(month(around.later.month))}
        </a>
      )}
    </p>
  )
}

const resultsOf = ({ id }: Group, round: string): string =>
  id === 'organisation' ? `/rounds/${round}/results` : `/rounds/${round}/results/${id}`
