import { Page } from '../layout.tsx'
import { Faults } from '../parts/file-faults.tsx'
import { Notice } from '../parts/notice.tsx'
import { Refresh, refreshing } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'
import { Read } from './reading.tsx'
import type { Report, ImportProps } from './import-props.ts'
import { PreviewPage } from './preview.tsx'

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
  const missing = report.faults.find(({ fault }) => fault === 'notFetched')
  if (missing)
    return (
      <Page title={text.faulty}>
        <Notice kind="problem">{figures.faults.notFetched(missing.value ?? '')}</Notice>
        <p class="actions">
          <a class="button" href="/figures/connectors">
            {figures.list.connectors}
          </a>
        </p>
      </Page>
    )
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
