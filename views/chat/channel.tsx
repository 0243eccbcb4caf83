import { useMessages } from '../setting.ts'
import { Deliveries, type DeliveryProps } from './deliveries.tsx'

export interface ChannelProps {
  id: string
  kind: 'slack' | 'teams' | 'webhook'
  name: string
  host: string
  /** Null for the organisation. */
  team: string | null
  events: DeliveryProps['event'][]
  agreed: boolean
  /** Whether somebody who leads the team still has to agree to what is the team's own. */
  waitsForTeam: boolean
  /** The newest first. */
  deliveries: DeliveryProps[]
}

export function Channel(channel: ChannelProps) {
  const { id, kind, name, host, team, events, deliveries } = channel
  const { chat } = useMessages()
  const text = chat.channel
  return (
    <section class="item">
      <h2>{name}</h2>
      <p>
        {text.at(chat.kinds[kind], host)}
        <br />
        {team ?? chat.organisation}
      </p>
      <ul class="plain">
        {events.map((event) => (
          <li>{chat.events[event]}</li>
        ))}
      </ul>
      <TeamsOwn {...channel} />
      {deliveries.length > 0 && <Deliveries channel={name} deliveries={deliveries} />}
      <div class="actions">
        <form method="post" action={`/chat/channels/${id}/test`}>
          <button class="quiet small" aria-label={text.testLabel(name)}>
            {text.test}
          </button>
        </form>
        <a href={`/chat/channels/${id}/removal`} aria-label={text.removeLabel(name)}>
          {text.remove}
        </a>
      </div>
    </section>
  )
}

function TeamsOwn({ id, agreed, waitsForTeam }: ChannelProps) {
  const text = useMessages().chat.channel
  const page = `/chat/channels/${id}/agreement`
  if (agreed) return <p>{text.agreed}</p>
  if (!waitsForTeam) return null
  return (
    <p>
      {text.waitsForTeam} <a href={page}>{text.agreementPage}</a>.
    </p>
  )
}
