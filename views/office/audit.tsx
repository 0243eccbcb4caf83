import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface AuditProps {
  entries: {
    at: Date
    action: string
    detail: Record<string, string | number>
    by: string | null
    byClock: boolean
  }[]
}

export function AuditPage({ entries }: AuditProps) {
  const text = useMessages().access.audit
  return (
    <Page title={text.title} wide>
      <p class="lead">{text.lead}</p>
      {entries.length === 0 ? <Empty text={text.empty} /> : <Entries entries={entries} />}
    </Page>
  )
}

function Entries({ entries }: AuditProps) {
  const text = useMessages().access.audit
  return (
    <Scroll>
      <table class="broad">
        <thead>
          <tr>
            <th>{text.when}</th>
            <th>{text.who}</th>
            <th>{text.what}</th>
            <th>{text.detail}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ at, action, detail, by, byClock }) => (
            <tr>
              <td>
                <Time at={at} />
              </td>
              <td>{by ?? (byClock ? text.clock : text.gone)}</td>
              <td>{text.actions[action] ?? action}</td>
              <td>
                {Object.entries(detail)
                  .map(([name, value]) => `${text.details[name] ?? name} ${value}`)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
