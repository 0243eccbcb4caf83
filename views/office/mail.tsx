import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface MailProps {
  waiting: number
  failing: { failure: string; letters: number }[]
  /** The directory letters are written to while no mail server is set. */
  files: string | null
  /** What became of the test mail that was just asked for. */
  trial: { to: string; refused: { failure: string; words: string } | null } | null
}

export function MailPage({ waiting, failing, files, trial }: MailProps) {
  const text = useMessages().post.page
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      {files && <Notice kind="note">{text.toFiles(files)}</Notice>}
      <p>{waiting === 0 ? text.empty : text.waiting(waiting)}</p>
      {failing.length > 0 && <Failing failing={failing} />}
      <Trial trial={trial} files={files} />
    </Page>
  )
}

function Failing({ failing }: Pick<MailProps, 'failing'>) {
  const text = useMessages().post.page
  return (
    <section>
      <h2>{text.failing}</h2>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>{text.failure}</th>
              <th class="number">{text.letters}</th>
            </tr>
          </thead>
          <tbody>
            {failing.map(({ failure, letters }) => (
              <tr>
                <td>{text.reasons[failure] ?? text.otherReason(failure)}</td>
                <td class="number">{letters}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="hint">
        {text.refusedWhere} <a href="/rounds">{text.rounds}</a>
      </p>
      <form method="post" action="/mail/retries">
        <button>{text.retry}</button>
      </form>
    </section>
  )
}

function Trial({ trial, files }: Pick<MailProps, 'trial' | 'files'>) {
  const text = useMessages().post.page
  return (
    <section>
      <h2>{text.try}</h2>
      <p>{text.tryLead}</p>
      {trial && <Outcome {...trial} files={files} />}
      <form method="post" action="/mail/trials">
        <button class="quiet">{text.try}</button>
      </form>
    </section>
  )
}

function Outcome({ to, refused, files }: NonNullable<MailProps['trial']> & Pick<MailProps, 'files'>) {
  const text = useMessages().post.page
  if (!refused) return <Notice kind="good">{files ? text.written(to) : text.taken(to)}</Notice>
  const { failure, words } = refused
  return (
    <Notice kind="problem" title={text.refusedTitle(to)}>
      <p>{text.reasons[failure] ?? text.otherReason(failure)}</p>
      {words && <p>{text.said(words)}</p>}
    </Notice>
  )
}
