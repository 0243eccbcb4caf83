import { useDayName } from '../../parts/day.tsx'
import { ItemAnswers, type Item } from '../../results/item.tsx'
import { useMessages } from '../../setting.ts'
import type { Action } from '../board/props.ts'

export interface DecidedBefore extends Action {
  /** What people said of it, by round. */
  answers: { round: { id: string; name: string }; item: Item }[]
}

/** What was decided, what became of it, and whether people say that it helped. */
export function Before({ team, actions }: { team: { id: string }; actions: DecidedBefore[] }) {
  const { kit: text, board } = useMessages()
  const dayName = useDayName()
  return (
    <section class="hero">
      <h2>{text.before}</h2>
      {actions.length === 0 && <p>{text.beforeNone}</p>}
      {actions.map(({ text: what, owner, due, state, reason, answers }) => (
        <section class="item">
          <h3>
            {what} <span class={state === 'open' ? 'tag open' : 'tag'}>{text.states[state]}</span>
          </h3>
          <p class="hint">{reason ?? board.decide.by(owner, dayName(due))}</p>
          {answers.map(({ round, item }) => (
            <>
              <p class="hint">{text.asked(round.name)}</p>
              <ItemAnswers item={{ ...item, key: `${item.key}-${round.id}` }} />
            </>
          ))}
        </section>
      ))}
      <p>
        <a href={`/teams/${team.id}/actions`}>{text.actions}</a>
      </p>
    </section>
  )
}
