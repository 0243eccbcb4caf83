import type { ComponentChildren } from 'preact'
import { useMessages } from '../../setting.ts'
import type { Sight, Topic } from './props.ts'

interface TopicProps {
  topic: Topic
  columns: string[]
  /** Before each card. */
  tick?: (card: Topic['cards'][number]) => ComponentChildren
  children?: ComponentChildren
}

/** Side by side on a screen, one below the other on a phone. */
export function Columns({ sight, topic }: { sight: Sight; topic: (topic: Topic) => ComponentChildren }) {
  const text = useMessages().board.topic
  return (
    <div class={`columns of-${sight.columns.length}`}>
      {sight.columns.map((name, column) => {
        const inColumn = sight.topics.filter((one) => one.column === column)
        return (
          <section class="column">
            <h2>{name}</h2>
            {inColumn.length === 0 && sight.stage !== 'write' && <p class="hint">{text.empty}</p>}
            {inColumn.map(topic)}
          </section>
        )
      })}
    </div>
  )
}

/** In the order of their votes. */
export function Ranking({ sight, most }: { sight: Sight; most?: number }) {
  const text = useMessages().board.topic
  return (
    <>
      {most === undefined && <h2 class="unseen">{text.ranked}</h2>}
      <ol class="ranking">
        {sight.topics.slice(0, most).map((topic) => (
          <li id={`ranked-${topic.id}`}>
            <TopicView topic={topic} columns={sight.columns}>
              <Votes count={topic.votes} />
            </TopicView>
          </li>
        ))}
      </ol>
    </>
  )
}

export function TopicView({ topic, columns, tick, children }: TopicProps) {
  const text = useMessages().board.topic
  const { id, title, cards, column } = topic
  return (
    <article id={`topic-${id}`} class={cards.length > 1 ? 'topic group' : 'topic'} data-column={column}>
      {(title || cards.length > 1) && <h3>{title ?? text.group(cards.length)}</h3>}
      <ul>
        {cards.map((card) => (
          <li class="card">
            {tick?.(card)}
            <CardText text={card.text} />
            {card.fromResults && <small class="tag">{text.fromResults}</small>}
          </li>
        ))}
      </ul>
      {children && (
        <div class="beneath">
          <small>{columns[column]}</small>
          {children}
        </div>
      )}
    </article>
  )
}

export const CardText = ({ text }: { text: string }) => <p class="text">{text}</p>

/** A number, and as many dots. */
export function Votes({ count }: { count: number }) {
  const text = useMessages().board
  return (
    <p class="votes">
      <span class="dots" aria-hidden="true">
        {'●'.repeat(Math.min(count, 30))}
      </span>{' '}
      {text.votes(count)}
    </p>
  )
}
