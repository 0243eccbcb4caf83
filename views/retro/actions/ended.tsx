import { Day } from '../../parts/day.tsx'
import { ItemAnswers, type Item } from '../../results/item.tsx'
import { useMessages } from '../../setting.ts'

export interface EndedAction {
  id: string
  text: string
  owner: string | null
  state: 'open' | 'done' | 'dropped'
  reason: string | null
  /** A day; null while it is open. */
  endedOn: string | null
  /** What its people said of it, by round. */
  answers: { round: { id: string; name: string }; item: Item }[]
}

interface EndedActionsProps {
  actions: EndedAction[]
  team: { id: string }
  leads: boolean
}

/** What was done or dropped, and what came of it. */
export function EndedActions({ actions, team, leads }: EndedActionsProps) {
  const { learnt, teamActions } = useMessages()
  const text = teamActions.team
  return (
    <>
      {actions.map(({ id, text: what, owner, state, reason, endedOn, answers }) => (
        <section class="item">
          <h3>{what}</h3>
          <p class="hint">
            {text.doneBy(owner ?? text.former)} {endedOn && <Day day={endedOn} />}
          </p>
          {reason && <p>{text.because(reason)}</p>}
          {state === 'done' && answers.length === 0 && <p class="hint">{text.notAsked}</p>}
          {answers.map(({ round, item }) => (
            <>
              <p class="hint">
                <a href={`/rounds/${round.id}/results/${team.id}`}>{text.asked(round.name)}</a>
              </p>
              <ItemAnswers item={{ ...item, key: `${item.key}-${round.id}` }} />
            </>
          ))}
          {leads && (
            <div class="actions tight">
              <form method="post" action={`/actions/${id}/reopening`}>
                <button class="quiet small" aria-label={text.reopens(what)}>
                  {text.reopen}
                </button>
              </form>
              {state === 'done' && (
                <a
                  class="button quiet small"
                  href={`/teams/${team.id}/learnt/new?${new URLSearchParams({ text: what }).toString()}`}
                  aria-label={learnt.sharesThis(what)}
                >
                  {learnt.shareThis}
                </a>
              )}
            </div>
          )}
        </section>
      ))}
    </>
  )
}
