import { Page } from '../layout.tsx'
import type { FormProps } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'
import { AddChannel } from './add.tsx'
import { Channel, type ChannelProps } from './channel.tsx'
import { Hosts, type HostsProps } from './hosts.tsx'

interface ChatProps extends FormProps, HostsProps {
  channels: ChannelProps[]
  teams: TeamsFound
  /** The signing secret just made, shown this once. */
  made: string | null
}

export function ChatPage({ channels, hosts, teams, made, typed, faults }: ChatProps) {
  const text = useMessages().chat
  const isAdding = channels.length === 0 || (Object.keys(faults).length > 0 && !faults.host)
  return (
    <Page title={text.title} wide live>
      <p class="lead">{text.lead}</p>
      {made && (
        <Notice kind="good" title={text.made}>
          <p>
            <code class="fingerprint">{made}</code>
          </p>
          <p>{text.madeText}</p>
        </Notice>
      )}
      {channels.length === 0 && <p>{text.none}</p>}
      {channels.map((channel) => (
        <Channel {...channel} />
      ))}
      <div class="columns">
        <section>
          {isAdding ? (
            <>
              <h2>{text.add.title}</h2>
              <AddChannel teams={teams} typed={typed} faults={faults} />
            </>
          ) : (
            <details open={Boolean(typed['teamId'])}>
              <summary>{text.add.title}</summary>
              <AddChannel teams={teams} typed={typed} faults={faults} />
            </details>
          )}
        </section>
        <Hosts hosts={hosts} typed={typed} faults={faults} />
      </div>
    </Page>
  )
}
