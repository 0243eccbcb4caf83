import { Page } from '../layout.tsx'
import type { Messages } from '../messages/catalogues.ts'
import { Faults } from '../parts/file-faults.tsx'
import { Notice } from '../parts/notice.tsx'
import { Refresh, refreshing } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'
import { Months, type Month } from './months.tsx'
import { Read, type Reading } from './reading.tsx'

interface Report {
  kind: keyof Messages['figures']['kinds'] | null
  faults: { line: number; fault: keyof Messages['figures']['faults']; value?: string | undefined }[]
  faultCount: number
  lines: number
  people: number
  unmatched: number
  nameless: number
  unknownTeams: string[]
  withheldTeams: string[]
  months: Month[]
}

interface ImportProps {
  id: string
  state: 'reading' | 'faulty' | 'ready' | 'applied' | 'interrupted'
  report: Report
  progress: Reading | null
}

export function FiguresImportPage({ id, state, report, progress }: ImportProps) {
  const text = useMessages().figures.import
  if (progress)
    return (
      <Page title={text.reading} live>
        <FiguresProgress id={id} progress={progress} />
        <Refresh />
      </Page>
    )
  if (state === 'faulty') return <FaultyPage report={report} />
  if (state === 'ready') return <PreviewPage id={id} report={report} />
  return (
    <Page title={state === 'applied' ? text.applied : text.interruptedTitle}>
      {state !== 'applied' && <Notice kind="problem">{text.interrupted}</Notice>}
      <p class="actions">
        <a class="button" href={state === 'applied' ? '/figures' : '/figures/imports/new'}>
          {state === 'applied' ? text.toFigures : text.other}
        </a>
      </p>
    </Page>
  )
}

export function FiguresProgress({ id, progress }: Pick<ImportProps, 'id' | 'progress'>) {
  return (
    <section
      id="progress"
      aria-live="polite"
      {...(progress ? refreshing(`/figures/imports/${id}/progress`) : {})}
    >
      {progress && <Read reading={progress} />}
    </section>
  )
}

function FaultyPage({ report }: { report: Report }) {
  const { figures } = useMessages()
  const text = figures.import
  const faults = report.faults.map(({ line, fault, value }) => ({
    line,
    said: figures.faults[fault](value ?? ''),
  }))
  return (
    <Page title={text.faulty}>
      <Faults faults={faults} count={report.faultCount} />
      <p class="actions">
        <a class="button" href="/figures/imports/new">
          {text.other}
        </a>
      </p>
    </Page>
  )
}

function PreviewPage({ id, report }: Pick<ImportProps, 'id' | 'report'>) {
  const { figures } = useMessages()
  const text = figures.import
  return (
    <Page title={text.ready} wide>
      <p class="lead">
        {report.kind && figures.kinds[report.kind]}. {text.readyText}
      </p>
      <People report={report} />
      <LeftOut title={text.unknownTeams} teams={report.unknownTeams} />
      <LeftOut title={text.withheldTeams} teams={report.withheldTeams} />
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
