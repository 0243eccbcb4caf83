import type { ToldAction } from './invitation.ts'
import { messages } from './messages.ts'

const text = messages.youSaid
const mostAtOnce = 3

interface YouSaidProps {
  actions: ToldAction[]
  /** Several teams are counted together: then each action says whose it is. */
  isPooled: boolean
}

/** What came of the last time, before anything is asked again. */
export function YouSaid({ actions, isPooled }: YouSaidProps) {
  const line = (action: ToldAction) => <Told key={action.team + action.text} {...{ action, isPooled }} />
  const rest = actions.slice(mostAtOnce)
  return (
    <section class="you-said">
      <h2>{text.title}</h2>
      <ul>{actions.slice(0, mostAtOnce).map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{text.more(rest.length)}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
    </section>
  )
}

function Told({
  action: { team, text: what, state, reason },
  isPooled,
}: {
  action: ToldAction
  isPooled: boolean
}) {
  return (
    <li>
      <b>{text.states[state]}</b> {what}
      {isPooled && <small> {text.by(team)}</small>}
      {reason && <small class="reason">{text.because(reason)}</small>}
    </li>
  )
}
