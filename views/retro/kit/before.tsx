import { useDayName } from '../../parts/day.tsx'
import { ItemAnswers, type Item } from '../../results/item.tsx'
import { useMessages } from '../../setting.ts'
import type { AgreementLine } from '../../insights/agreed-lines.tsx'
import type { Action } from '../board/props.ts'

export interface DecidedBefore extends Action {
  /** What people said of it, by round. */
  answers: { round: { id: string; name: string }; item: Item }[]
}

interface BeforeProps {
  team: { id: string }
  actions: DecidedBefore[]
  due: AgreementLine[]
}

/** What was decided, what became of it, and whether people say that it helped. */
export function Before({ team, actions, due }: BeforeProps) {
  const { kit: text, board, insights } = useMessages()
  const dayName = useDayName()
  return (
    <section class="hero">
      <h2>{text.before}</h2>
      {actions.length === 0 && <p>{text.beforeNone}</p>}
      {actions.map(({ text: what, owner, due, state, overdue, reason, answers }) => (
        <section class="item">
          <h3>
            {what}{' '}
            <span class={overdue ? 'tag due' : state === 'open' ? 'tag open' : 'tag'}>
              {overdue ? board.decide.overdue : text.states[state]}
            </span>
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
      {due.length > 0 && <h3>{insights.agreement.lines.due}</h3>}
      <ul class="plain">
        {due.map((line) => (
          <li>
            <a href={`/teams/${team.id}/agreement`}>{line.text}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/teams/${team.id}/actions`}>{text.actions}</a>
      </p>
    </section>
  )
}
