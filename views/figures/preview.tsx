import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { measureName } from './measure-name.ts'
import { Months } from './months.tsx'
import type { Report, ImportProps } from './import-props.ts'

export function PreviewPage({ id, report }: Pick<ImportProps, 'id' | 'report'>) {
  const t = useMessages()
  const { figures } = t
  const text = figures.import
  return (
    <Page title={text.ready} wide>
      <p class="lead">
        {report.kind && figures.kinds[report.kind]}. {text.readyText}
      </p>
      <People report={report} />
      {report.unfinished.length > 0 && <p>{text.unfinished(report.unfinished)}</p>}
      <LeftOut title={text.unknownTeams} teams={report.unknownTeams} />
      <LeftOut title={text.withheldTeams} teams={report.withheldTeams} />
      <LeftOut
        title={text.tooFine}
        teams={report.tooFine.map(({ team, measure }) => `${team}: ${measureName(measure, t)}`)}
      />
      <Months months={report.months} />
      <div class="actions">
        <form method="post" action={`/figures/imports/${id}/application`}>
          <button>{text.apply}</button>
        </form>
        <form method="post" action={`/figures/imports/${id}/removal`}>
          <button class="quiet">{text.discard}</button>
        </form>
      </div>
    </Page>
  )
}

function People({ report: { people, unmatched, nameless } }: { report: Report }) {
  const text = useMessages().figures.import
  return (
    <>
      {people > 0 && <p>{text.people(people, unmatched)}</p>}
      {people > 0 && unmatched === people && <Notice kind="problem">{text.nobodyMatched}</Notice>}
      {nameless > 0 && <p>{text.nameless(nameless)}</p>}
    </>
  )
}

function LeftOut({ title, teams }: { title: string; teams: string[] }) {
  if (teams.length === 0) return null
  return (
    <Notice kind="note" title={title}>
      <ul class="plain">
        {teams.map((team) => (
          <li>{team}</li>
        ))}
      </ul>
    </Notice>
  )
}
