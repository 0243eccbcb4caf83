import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import { topicName } from './props.ts'
import { TopicView } from './topics.tsx'
import type { MineProps } from './mine-props.ts'

/** One form gives votes and one takes them back: a ballot of a hundred groups is sent to a whole room. */
export function Ballot({ id, columns, ballot, votesLeft, nextVote, locked }: MineProps) {
  const text = useMessages().board.seat.vote
  if (ballot.length === 0) return <p class="hint">{text.nothing}</p>
  const [give, take] = [`/boards/${id}/votes`, `/boards/${id}/votes/withdrawal`]
  return (
    <section>
      <h2 class="unseen">{text.title}</h2>
      <p class="lead votes-left" role="status">
        {text.lead(votesLeft)}
      </p>
      <form id="give" method="post" action={give} {...sending(give)}>
        {nextVote !== null && <input type="hidden" name="number" value={nextVote} />}
      </form>
      <form id="take" method="post" action={take} {...sending(take)} />
      {ballot.map(({ topic, votes }) => (
        <TopicView topic={topic} columns={columns}>
          <div class="voting">
            <p class="votes">
              {votes.length > 0 && (
                <span class="dots" aria-hidden="true">
                  {'●'.repeat(votes.length)}
                </span>
              )}
              {text.yours(votes.length)}
            </p>
            <button
              id={`vote-${topic.id}`}
              form="give"
              name="group"
              value={topic.id}
              aria-disabled={isIdle(locked || nextVote === null)}
              aria-label={text.giveTo(topicName(topic))}
            >
              {text.give}
            </button>
            <button
              id={`withdraw-${topic.id}`}
              class="quiet"
              form="take"
              name="number"
              value={votes.at(-1) ?? ''}
              aria-disabled={isIdle(locked || votes.length === 0)}
              aria-label={text.takeFrom(topicName(topic))}
            >
              {text.take}
            </button>
          </div>
        </TopicView>
      ))}
    </section>
  )
}

/** Not `disabled`: a button that was just pressed must not lose the focus. Pressed all the same, it does nothing. */
const isIdle = (idle: boolean) => (idle ? ('true' as const) : undefined)
