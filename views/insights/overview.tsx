import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { useMonth } from '../parts/time.tsx'
import { areMany, type TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'
import type { Messages } from '../messages/catalogues.ts'
import type { AdoptionFigure, DeliveryFigure, ToldSeries } from './figures.ts'
import { InsightsHeader, type Group } from './header.tsx'
import { Sentences, type Sentence } from './sentences.tsx'
import { Signals, type Signal } from './signals.tsx'
import { Trends } from './trends.tsx'

export interface OverviewProps {
  group: Group
  groups: TeamsFound
  months: number
  measures: readonly {
    id: keyof Messages['figures']['measures']
    unit: keyof Messages['figures']['units']
  }[]
  /** Whether the reader manages or facilitates the team, and may answer its signals. */
  leads: boolean
  /** Null while nothing of the group is published. */
  overview: {
    latest: { round: { id: string; month: string } }
    history: { round: { month: string } }[]
    series: ToldSeries[]
    sentences: Sentence[]
    signals: Signal[]
    adoption: AdoptionFigure[]
    delivery: DeliveryFigure[]
    measure: string | null
  } | null
}

export function OverviewPage(props: OverviewProps) {
  const { group, groups, overview, leads } = props
  const { insights: text, figures } = useMessages()
  const measures = props.measures.map(({ id, unit }) => ({
    id,
    label: figures.measures[id],
    unit: figures.units[unit],
  }))
  const month = useMonth()
  const title = overview ? text.heading(group.name, month(overview.latest.round.month)) : group.name
  return (
    <Page title={title} wide live={areMany(groups)}>
      <InsightsHeader group={group} groups={groups} current="overview" leads={leads}>
        <Choices {...props} />
      </InsightsHeader>
      {!overview && <Empty text={group.id === 'organisation' ? text.nothing : text.nothingHere} />}
      {overview && (
        <>
          <Sentences {...overview} measures={measures} />
          <Signals {...overview} team={group.id} leads={leads} />
          <Trends {...overview} group={group} measures={measures} />
          <p class="actions">
            {text.exports} <a href={`/overview/${group.id}/trends.csv`}>CSV</a>
            <a href={`/overview/${group.id}/trends.json`}>JSON</a>
            <a href={resultsOf(group, overview.latest.round.id)}>{text.parts.results}</a>
          </p>
          <p class="hint">{text.print}</p>
        </>
      )}
    </Page>
  )
}

const resultsOf = ({ id }: Group, round: string): string =>
  id === 'organisation' ? `/rounds/${round}/results` : `/rounds/${round}/results/${id}`

const spans = [12, 24, 36]

function Choices({ overview, months, measures }: OverviewProps) {
  const { insights: text, figures } = useMessages()
  const there = new Set(overview?.delivery.map(({ measure }) => measure))
  return (
    <>
      <label for="months">{text.months}</label>
      <select id="months" name="months">
        {spans.map((span) => (
          <option value={span} selected={span === months}>
            {text.monthsCount(span)}
          </option>
        ))}
      </select>
      {there.size > 0 && (
        <>
          <label for="measure">{text.measure}</label>
          <select id="measure" name="measure">
            {measures
              .filter(({ id }) => there.has(id))
              .map(({ id }) => (
                <option value={id} selected={id === overview?.measure}>
                  {figures.measures[id]}
                </option>
              ))}
          </select>
        </>
      )}
    </>
  )
}
