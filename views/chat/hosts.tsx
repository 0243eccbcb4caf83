import { CheckField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useMessages } from '../setting.ts'

export interface HostsProps {
  hosts: { host: string; internal: boolean }[]
}

export function Hosts({ hosts, typed, faults }: HostsProps & FormProps) {
  const text = useMessages().chat.hosts
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      {hosts.length === 0 ? <p>{text.none}</p> : <HostTable hosts={hosts} />}
      <form method="post" action="/chat/hosts">
        <TextField
          name="host"
          label={text.host}
          hint={text.hostHint}
          fault={faults.host}
          value={typedText(typed, 'host')}
          required
        />
        <CheckField
          name="internal"
          label={text.internal}
          hint={text.internalHint}
          checked={typed['internal'] === 'yes'}
        />
        <button>{text.allow}</button>
      </form>
    </section>
  )
}

function HostTable({ hosts }: HostsProps) {
  const text = useMessages().chat.hosts
  return (
    <Scroll label={text.title}>
      <table>
        <thead>
          <tr>
            <th>{text.host}</th>
            <th>{text.where}</th>
            <th>{text.end}</th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ host, internal }) => (
            <tr>
              <td>{host}</td>
              <td>{internal ? text.own : text.public}</td>
              <td>
                <form method="post" action={`/chat/hosts/${encodeURIComponent(host)}/removal`}>
                  <button class="quiet small" aria-label={text.refuseLabel(host)}>
                    {text.refuse}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
