import { Scroll } from '../parts/scroll.tsx'
import { Time, useMoment } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

export interface DeliveryProps {
  id: string
  event: 'opened' | 'closing' | 'results' | 'signal' | 'digest' | 'test'
  state: 'waiting' | 'sent' | 'given up'
  queuedAt: Date
  notBefore: Date
  /** A word of ours, or the status the service answered with. */
  failure: string | null
}

/** What a channel was told lately. */
export function Deliveries({ channel, deliveries }: { channel: string; deliveries: DeliveryProps[] }) {
  const { chat } = useMessages()
  const text = chat.channel
  return (
    <Scroll label={text.latest(channel)}>
      <table>
        <thead>
          <tr>
            <th>{text.what}</th>
            <th>{text.when}</th>
            <th>{text.became}</th>
            <th>{text.onceMore}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr>
              <td>{chat.events[delivery.event]}</td>
              <td>
                <Time at={delivery.queuedAt} />
              </td>
              <td>
                <Became {...delivery} />
              </td>
              <td>
                <form method="post" action={`/chat/deliveries/${delivery.id}/repetition`}>
                  <button
                    class="quiet small"
                    aria-label={text.againLabel(chat.events[delivery.event], channel)}
                  >
                    {text.again}
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

function Became({ state, failure, notBefore }: DeliveryProps) {
  const { chat } = useMessages()
  const moment = useMoment()
  if (state === 'sent') return <>{chat.states.sent}</>
  if (!failure) return <>{chat.states.waiting}</>
  const reason = chat.reasons[failure] ?? chat.status(failure)
  const said =
    state === 'given up' ? chat.states['given up'](reason) : chat.states.retrying(reason, moment(notBefore))
  return <span class="fault">{said}</span>
}
