import type { ComponentChildren } from 'preact'
import { useMessages } from '../../setting.ts'
import type { Sight, Topic } from './props.ts'

interface TopicProps {
  topic: Topic
  columns: string[]
  /** Above the cards, where it is not the name alone. */
  head?: ComponentChildren
  /** Beside each card. */
  beside?: (card: Topic['cards'][number]) => ComponentChildren
  children?: ComponentChildren
}

/** Side by side on a screen, one below the other on a phone. */
export function Columns({
  sight,
  topic,
  after,
}: {
  sight: Sight
  topic: (topic: Topic) => ComponentChildren
  /** At the end of each column, by its number. */
  after?: (column: number) => ComponentChildren
}) {
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
            {after?.(column)}
          </section>
        )
      })}
    </div>
  )
}

/** In the order of their votes. */
export function Ranking({ sight }: { sight: Sight }) {
  const text = useMessages().board.topic
  return (
    <>
      <h2 class="unseen">{text.ranked}</h2>
      <ol class="ranking">
        {sight.topics.map((topic) => (
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

export function TopicView({ topic, columns, head, beside, children }: TopicProps) {
  const text = useMessages().board.topic
  const { id, title, cards, column } = topic
  return (
    <article id={`topic-${id}`} class={cards.length > 1 ? 'topic group' : 'topic'}>
      {head ?? ((title || cards.length > 1) && <h3>{title ?? text.group(cards.length)}</h3>)}
      <ul class="cards" data-group={id}>
        {cards.map((card) => (
          <li id={`card-${card.id}`} class="card">
            <CardText id={`text-${card.id}`} text={card.text} fromResults={card.fromResults} />
            {card.fromResults && <small class="tag">{text.fromResults}</small>}
            {beside?.(card)}
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

interface CardTextProps {
  id?: string
  text: string
  /** A topic from the results: its first line says what it is. */
  fromResults?: boolean
}

export function CardText({ id, text, fromResults = false }: CardTextProps) {
  return (
    <p id={id} class="text">
      <Lines text={text} fromResults={fromResults} />
    </p>
  )
}

export function Lines({ text, fromResults }: Required<Pick<CardTextProps, 'text' | 'fromResults'>>) {
  if (!fromResults) return <>{text}</>
  const [first, ...rest] = text.split('\n')
  return (
    <>
      <strong>{first}</strong>
      {rest.length > 0 && <span>{`\n${rest.join('\n')}`}</span>}
    </>
  )
}

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
