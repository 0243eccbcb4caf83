import { Page } from '../layout.tsx'
import type { FormProps } from '../parts/field.tsx'
import { Faults as FileFaults } from '../parts/file-faults.tsx'
import { Notice } from '../parts/notice.tsx'
import { Progress, Refresh, refreshing } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'
import { Application } from './application.tsx'
import { Change, changesNothing, kinds, type Report } from './changes.tsx'
import { Mending, Understood } from './understood.tsx'

interface Work {
  work: 'reading' | 'applying'
  done: number
  total: number
}

interface ImportProps extends FormProps {
  id: string
  state: 'reading' | 'faulty' | 'ready' | 'applied' | 'overtaken' | 'interrupted'
  pasted: string | null
  report: Report
  manyLeave: boolean
  canBeUndone: boolean
  progress: Work | null
}

export function ImportPage({ id, state, progress, ...shown }: ImportProps) {
  const text = useMessages().people.import
  if (progress)
    return (
      <Page title={text[progress.work]} live>
        <ImportProgress id={id} progress={progress} />
        <Refresh />
      </Page>
    )
  if (state === 'faulty') return <Faulty {...shown} />
  if (state === 'ready') return <Preview id={id} {...shown} />
  return (
    <Page title={state === 'applied' ? text.applied : text.ready}>
      {state === 'overtaken' && <Notice kind="problem">{text.overtaken}</Notice>}
      {state === 'interrupted' && <Notice kind="problem">{text.interrupted}</Notice>}
      {state === 'applied' && kinds.map((kind) => <Change kind={kind} report={shown.report} open={false} />)}
      {shown.canBeUndone && <p class="hint">{text.undoText}</p>}
      <p class="actions">
        {state === 'applied' ? <Next /> : <a href="/roster/imports/new">{text.other}</a>}
        {shown.canBeUndone && <a href="/roster/undo">{text.undo}</a>}
      </p>
    </Page>
  )
}

type Shown = Omit<ImportProps, 'id' | 'state' | 'progress'>

function Faulty({ report, pasted, faults }: Shown) {
  const { people } = useMessages()
  const told = report.faults.map(({ line, fault, value }) => ({
    line,
    said: people.rosterFaults[fault](value ?? ''),
  }))
  return (
    <Page title={people.import.faulty}>
      <FileFaults faults={told} count={report.faultCount} />
      <Mending understood={report.understood} pasted={pasted} faults={faults} />
    </Page>
  )
}

function Preview({ report, pasted, manyLeave, ...form }: Shown & { id: string }) {
  const text = useMessages().people.import
  const listed = kinds.filter((kind) => !manyLeave || kind !== 'leaves')
  return (
    <Page title={text.ready}>
      <p class="lead">{text.readyText}</p>
      <Understood understood={report.understood} pasted={pasted} />
      {changesNothing(report) ? (
        <p>{text.same}</p>
      ) : (
        <Application report={report} manyLeave={manyLeave} {...form} />
      )}
      {listed.map((kind) => (
        <Change kind={kind} report={report} open={report[kind].count <= 10} />
      ))}
      <p class="actions">
        <a href="/roster/imports/new">{text.other}</a>
      </p>
    </Page>
  )
}

export function ImportProgress({ id, progress }: Pick<ImportProps, 'id' | 'progress'>) {
  const text = useMessages().people.import
  return (
    <section
      id="progress"
      aria-live="polite"
      {...(progress ? refreshing(`/roster/imports/${id}/progress`) : {})}
    >
      {progress?.work === 'reading' && <p>{text.lines(progress.done)}</p>}
      {progress?.work === 'applying' && (
        <Progress label={text.applying} done={progress.done} total={progress.total} />
      )}
    </section>
  )
}

function Next() {
  const t = useMessages()
  return (
    <>
      <a class="button" href="/rounds/new">
        {t.rounds.list.add}
      </a>
      <a href="/teams">{t.navigation.teams}</a>
    </>
  )
}
