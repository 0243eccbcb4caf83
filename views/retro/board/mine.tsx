import type { ComponentChildren } from 'preact'
import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import { topicName, type Stage, type Topic } from './props.ts'
import { CardText, TopicView } from './topics.tsx'

export interface MineProps {
  id: string
  stage: Stage
  locked: boolean
  columns: string[]
  cards: { id: string; column: number; text: string }[]
  ballot: { topic: Topic; votes: number[] }[]
  votesLeft: number
  nextVote: number | null
}

/** What one device alone sees: its own cards before they are revealed, its own votes while they are cast. */
export function Mine({ children, ...mine }: MineProps & { children: ComponentChildren }) {
  return (
    <div id="mine">
      {children}
      {mine.stage === 'write' && <OwnCards {...mine} />}
      {mine.stage === 'vote' && <Ballot {...mine} />}
    </div>
  )
}

function OwnCards({ id, columns, cards, locked }: MineProps) {
  const text = useMessages().board.seat.write
  return (
    <section>
      <h2>{text.own}</h2>
      {cards.length === 0 && <p class="hint">{text.none}</p>}
      <ul class="own">
        {cards.map((card) => {
          const at = `/boards/${id}/cards/${card.id}`
          return (
            <li id={`own-${card.id}`} class="card">
              <small>{columns[card.column]}</small>
              <CardText text={card.text} />
              {!locked && (
                <div class="actions tight">
                  <a class="button quiet" href={at} aria-label={text.editCard(card.text)}>
                    {text.edit}
                  </a>
                  <form method="post" action={`${at}/removal`} {...sending(`${at}/removal`)}>
                    <button class="quiet" aria-label={text.removeCard(card.text)}>
                      {text.remove}
                    </button>
                  </form>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** One form gives votes and one takes them back: a ballot of a hundred groups is sent to a whole room. */
function Ballot({ id, columns, ballot, votesLeft, nextVote, locked }: MineProps) {
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
