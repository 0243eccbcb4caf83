import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface MailProps {
  waiting: number
  failing: { failure: string; letters: number }[]
  /** The directory letters are written to while no mail server is set. */
  files: string | null
}

export function MailPage({ waiting, failing, files }: MailProps) {
  const text = useMessages().post.page
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      {files && <Notice kind="note">{text.toFiles(files)}</Notice>}
      <p>{waiting === 0 ? text.empty : text.waiting(waiting)}</p>
      {failing.length > 0 && <Failing failing={failing} />}
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
      <form method="post" action="/mail/retries">
        <button>{text.retry}</button>
      </form>
    </section>
  )
}
