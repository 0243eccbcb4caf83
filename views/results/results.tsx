import { TeamTabs } from '../insights/tabs.tsx'
import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'
import { ChoiceResult } from './choice.tsx'
import { Own } from './own.tsx'
import { ResultRow } from './row.tsx'
import { FiguresTable } from './table.tsx'
import { Others } from './others.tsx'
import { Remarks } from './remarks.tsx'
import { Viewings } from './viewings.tsx'
import { Work } from './work.tsx'
import type { ResultsProps } from './props.ts'
import { Pooling } from './pooling.tsx'
import { Legend } from './legend.tsx'
import { Attributes } from './attributes.tsx'

export function ResultsPage(props: ResultsProps) {
  const { round, results, remarks, since, above, openActions, viewings, others, leads } = props
  const t = useMessages()
  const text = t.results
  const { teamId, response, items } = results
  const name = teamId ? results.name : text.organisation
  const choices = items.filter(({ question }) => question.kind === 'choice')
  const scales = items.filter(({ row, question }) => row === null && question.kind !== 'choice')
  const rows = items.filter(({ row }) => row !== null)
  return (
    <Page title={`${name}, ${round.name}`} wide>
      <TeamTabs group={{ id: teamId ?? 'organisation', name }} current="results" leads={leads} />
      {response && <p class="lead">{text.response(response.ballots, response.invited)}</p>}
      <Pooling results={results} />
      {teamId && <Own teamId={teamId} own={results.own} openActions={openActions} />}
      <h2>{text.ratings}</h2>
      <Legend items={scales} />
      {scales.map((item, n) => (
        <ResultRow item={item} open={n === 0} since={since} above={above} />
      ))}
      <FiguresTable items={scales} />
      {choices.map((item) => (
        <ChoiceResult item={item} />
      ))}
      <div class="columns">
        <Work rows={rows} />
        <div>
          <Remarks round={round} teamId={teamId} {...remarks} />
          {teamId && <Viewings viewings={viewings} />}
        </div>
      </div>
      <Attributes parts={results.byAttribute} />
      <p class="actions">
        <a href={`/rounds/${round.id}/privacy`}>{text.privacy}</a>
        <a href={`/rounds/${round.id}/cells.csv`}>CSV</a>
        <a href={`/rounds/${round.id}/cells.json`}>JSON</a>
      </p>
      <Others round={round} others={others} teamId={teamId} />
    </Page>
  )
}
