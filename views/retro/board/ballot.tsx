import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import type { MineProps } from './mine-props.ts'
import { topicName } from './props.ts'

/** A press on a topic is a vote, and a press on its dots takes one back: two forms for a ballot of two hundred. */
export function Ballot({ id, ballot, votesLeft, nextVote, locked }: MineProps) {
  const text = useMessages().board.seat.vote
  if (ballot.length === 0) return <p class="hint">{text.nothing}</p>
  const [give, take] = [`/boards/${id}/votes`, `/boards/${id}/votes/withdrawal`]
  const idle = isIdle(locked || nextVote === null)
  return (
    <section>
      <h2 class="unseen">{text.title}</h2>
      <p class="votes-left" role="status">
        {text.lead} <b>{text.left(votesLeft)}</b>
      </p>
      <form id="give" method="post" action={give} {...sending(give)}>
        {nextVote !== null && <input type="hidden" name="number" value={nextVote} />}
      </form>
      <form id="take" method="post" action={take} {...sending(take)} />
      <ul class="ballot">
        {ballot.map(({ topic, votes }) => (
          <li class={votes.length > 0 ? 'on' : undefined}>
            <button id={`vote-${topic.id}`} form="give" name="group" value={topic.id} aria-disabled={idle}>
              <span class="unseen">{text.giveTo}</span>
              {topic.title && <b>{topic.title}</b>}
              {topic.cards.map((card) => (
                <span>{card.text}</span>
              ))}
            </button>
            {votes.length > 0 && (
              <button
                id={`withdraw-${topic.id}`}
                class="quiet"
                form="take"
                name="number"
                value={votes.at(-1)}
                aria-disabled={isIdle(locked)}
                aria-label={text.takeFrom(topicName(topic))}
              >
                {'●'.repeat(votes.length)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="hint">{text.hint}</p>
    </section>
  )
}

/** Not `disabled`: a button that was just pressed must not lose the focus. Pressed all the same, it does nothing. */
const isIdle = (idle: boolean) => (idle ? ('true' as const) : undefined)
