import type { Messages } from '../messages/catalogues.ts'
import { Page } from '../layout.tsx'
import { Faults } from '../parts/file-faults.tsx'
import { Notice } from '../parts/notice.tsx'
import { Progress, Refresh, refreshing } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'
import { ImportForm } from './new-import.tsx'

interface Sample {
  count: number
  first: string[]
}

type Kind = 'joins' | 'moves' | 'leaves' | 'roles' | 'changes' | 'made' | 'emptied'
const kinds: Kind[] = ['joins', 'moves', 'leaves', 'roles', 'changes', 'made', 'emptied']

interface Report extends Record<Kind, Sample> {
  faults: { line: number; fault: keyof Messages['people']['rosterFaults']; value?: string | undefined }[]
  faultCount: number
  renames: { teamId: string; from: string; to: string }[]
}

interface Work {
  work: 'reading' | 'applying'
  done: number
  total: number
}

interface ImportProps {
  id: string
  state: 'reading' | 'faulty' | 'ready' | 'applied' | 'overtaken' | 'interrupted'
  pasted: string | null
  report: Report
  progress: Work | null
}

export function ImportPage({ id, state, pasted, report, progress }: ImportProps) {
  const { people } = useMessages()
  const text = people.import
  if (progress)
    return (
      <Page title={text[progress.work]} live>
        <ImportProgress id={id} progress={progress} />
        <Refresh />
      </Page>
    )
  const faults = report.faults.map(({ line, fault, value }) => ({
    line,
    said: people.rosterFaults[fault](value ?? ''),
  }))
  if (state === 'faulty')
    return (
      <Page title={text.faulty}>
        <Faults faults={faults} count={report.faultCount} />
        <ImportForm typed={{ roster: pasted ?? '' }} faults={{}} />
      </Page>
    )
  return (
    <Page title={state === 'applied' ? text.applied : text.ready}>
      <State state={state} />
      {state === 'ready' && <Application id={id} report={report} />}
      {(state === 'ready' || state === 'applied') && <Changes report={report} />}
      <p class="actions">{state === 'applied' ? <Next /> : <a href="/roster/imports/new">{text.other}</a>}</p>
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

function State({ state }: Pick<ImportProps, 'state'>) {
  const text = useMessages().people.import
  if (state === 'ready') return <p class="lead">{text.readyText}</p>
  if (state === 'overtaken') return <Notice kind="problem">{text.overtaken}</Notice>
  if (state === 'interrupted') return <Notice kind="problem">{text.interrupted}</Notice>
  return null
}

function Application({ id, report }: { id: string; report: Report }) {
  const text = useMessages().people.import
  if (kinds.every((kind) => report[kind].count === 0) && report.renames.length === 0)
    return <p>{text.same}</p>
  return (
    <form method="post" action={`/roster/imports/${id}/application`}>
      {report.renames.length > 0 && (
        <fieldset>
          <legend>{text.renames}</legend>
          <p class="hint">{text.renamesText}</p>
          {report.renames.map(({ teamId, from, to }) => (
            <div class="check">
              <input type="checkbox" id={`renames-${teamId}`} name="renames" value={teamId} checked />
              <label for={`renames-${teamId}`}>{text.rename(from, to)}</label>
            </div>
          ))}
        </fieldset>
      )}
      <button>{text.apply}</button>
    </form>
  )
}

function Changes({ report }: { report: Report }) {
  const { number, people } = useMessages()
  const text = people.import
  const changed = kinds.filter((kind) => report[kind].count > 0)
  return (
    <>
      {changed.map((kind) => {
        const { count, first } = report[kind]
        return (
          <section>
            <h2>
              {text[kind]}: {number(count)}
            </h2>
            <details open={count <= 10}>
              <summary>{text.show}</summary>
              <ul class="plain">
                {first.map((line) => (
                  <li>{line}</li>
                ))}
                {count > first.length && <li>{text.more(count - first.length)}</li>}
              </ul>
            </details>
          </section>
        )
      })}
    </>
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
