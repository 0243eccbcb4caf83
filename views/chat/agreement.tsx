import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

interface ChannelAgreementProps {
  id: string
  name: string
  kind: 'slack' | 'teams' | 'webhook'
  host: string
  team: string
  agreed: boolean
  /** What of the team's own it would be told. */
  events: string[]
}

/** For those who lead the team, whose signals and actions these are. */
export function ChannelAgreementPage({ id, name, kind, host, team, agreed, events }: ChannelAgreementProps) {
  const { chat } = useMessages()
  const text = chat.agreement
  return (
    <Page title={text.title(team, name)}>
      <p class="lead">{text.lead(chat.kinds[kind], host)}</p>
      <h2>{text.events}</h2>
      <ul>
        {events.map((event) => (
          <li>{text.detail[event]}</li>
        ))}
      </ul>
      <p>{agreed ? text.on : text.off}</p>
      <form method="post" action={`/chat/channels/${id}/agreement${agreed ? '/removal' : ''}`}>
        <button>{agreed ? text.stop : text.agree}</button>
      </form>
    </Page>
  )
}
