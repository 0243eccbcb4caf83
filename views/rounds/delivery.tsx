import { Notice } from '../parts/notice.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useMessages } from '../setting.ts'

export interface DeliveryProps {
  /** How many people have an invitation. */
  written: number
  /** Whether the reminder of this round has gone out. */
  reminded: boolean
  delivery: {
    sent: number
    waiting: number
    refused: number
    /** The first of them. */
    refusals: { personId: string; email: string; kind: 'invitation' | 'reminder'; failure: string }[]
  }
}

/** Whether the mail of an open round arrives; and why nothing here says how many have answered. */
export function Delivery({ written, reminded, delivery }: DeliveryProps) {
  const text = useMessages().rounds.delivery
  const { sent, waiting, refused } = delivery
  return (
    <>
      <h2>{text.title}</h2>
      <p>
        {text.sent(sent, written)} {waiting > 0 && text.waiting(waiting)} {reminded && text.reminded}
      </p>
      {refused > 0 && <Refused {...delivery} />}
      <p class="hint">{text.bounced}</p>
      <p class="hint">{text.turnout}</p>
    </>
  )
}

function Refused({ refused, refusals }: Pick<DeliveryProps['delivery'], 'refused' | 'refusals'>) {
  const { rounds, post } = useMessages()
  const text = rounds.delivery
  return (
    <>
      <Notice kind="problem" title={text.refused(refused)}>
        {text.refusedText}
      </Notice>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>{text.address}</th>
              <th>{text.letter}</th>
              <th>{text.reason}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map(({ personId, email, kind, failure }) => (
              <tr>
                <td>
                  <a href={`/people/${personId}`}>{email}</a>
                </td>
                <td>{text.kinds[kind]}</td>
                <td>{post.page.reasons[failure]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {refused > refusals.length && <p class="hint">{text.more(refused - refusals.length)}</p>}
    </>
  )
}
