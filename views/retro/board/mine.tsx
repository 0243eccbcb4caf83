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

function Ballot({ id, columns, ballot, votesLeft, nextVote, locked }: MineProps) {
  const text = useMessages().board.seat.vote
  if (ballot.length === 0) return <p class="hint">{text.nothing}</p>
  return (
    <section>
      <h2 class="unseen">{text.title}</h2>
      <p class="lead votes-left" role="status">
        {text.lead(votesLeft)}
      </p>
      {ballot.map(({ topic, votes }) => (
        <TopicView topic={topic} columns={columns}>
          <div class="voting">
            <p class="votes">
              <span class="dots" aria-hidden="true">
                {'●'.repeat(votes.length)}
              </span>{' '}
              {text.yours(votes.length)}
            </p>
            <Ballotting
              action={`/boards/${id}/votes`}
              topic={topic}
              number={nextVote}
              disabled={locked || nextVote === null}
              label={text.giveTo(topicName(topic))}
            >
              {text.give}
            </Ballotting>
            <Ballotting
              action={`/boards/${id}/votes/withdrawal`}
              topic={topic}
              number={votes.at(-1) ?? null}
              disabled={locked || votes.length === 0}
              label={text.takeFrom(topicName(topic))}
              quiet
            >
              {text.take}
            </Ballotting>
          </div>
        </TopicView>
      ))}
    </section>
  )
}

interface BallottingProps {
  action: string
  topic: Topic
  number: number | null
  disabled: boolean
  label: string
  quiet?: boolean
  children: string
}

/** Not `disabled`: a button that was just pressed must not lose the focus. Pressed all the same, it is refused. */
function Ballotting({ action, topic, number, disabled, label, quiet = false, children }: BallottingProps) {
  const name = quiet ? 'withdraw' : 'vote'
  return (
    <form method="post" action={action} {...sending(action)}>
      <input type="hidden" name="group" value={topic.id} />
      {number !== null && <input type="hidden" name="number" value={number} />}
      <button
        id={`${name}-${topic.id}`}
        class={quiet ? 'quiet' : undefined}
        aria-disabled={disabled ? 'true' : undefined}
        aria-label={label}
      >
        {children}
      </button>
    </form>
  )
}
