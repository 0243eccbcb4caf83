import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import { topicName, type Topic } from './props.ts'
import { TopicView } from './topics.tsx'

/** A group with a tick before each card and a field for its heading. */
export function TickedTopic({
  boardId,
  topic,
  columns,
}: {
  boardId: string
  topic: Topic
  columns: string[]
}) {
  const text = useMessages().board.screen
  return (
    <TopicView
      topic={topic}
      columns={columns}
      tick={({ id, text: card }) => (
        <input
          type="checkbox"
          // Another one in another group: once put together, a card is not ticked any more.
          id={`tick-${id}-${topic.id}`}
          name="cards"
          value={id}
          form="ticked"
          aria-label={text.tick(card)}
        />
      )}
    >
      {topic.cards.length > 1 && <Heading boardId={boardId} topic={topic} />}
    </TopicView>
  )
}

function Heading({ boardId, topic }: { boardId: string; topic: Topic }) {
  const text = useMessages().board.screen
  const action = `/boards/${boardId}/groups/${topic.id}`
  return (
    <form method="post" action={action} class="heading" {...sending(action)}>
      <input
        id={`heading-${topic.id}`}
        name="title"
        value={topic.title ?? ''}
        placeholder={text.heading}
        aria-label={text.headingFor(topicName(topic))}
        maxLength={80}
        autocomplete="off"
      />
      <button class="quiet small">{text.saveHeading}</button>
    </form>
  )
}

/** Works with the keyboard alone: tick, then choose what to do with the ticked. */
export function Ticked({ boardId }: { boardId: string }) {
  const text = useMessages().board.screen
  const action = (what: string) => `/boards/${boardId}/${what}`
  const button = (what: string) => ({ formaction: action(what), ...sending(action(what)) })
  return (
    <form id="ticked" class="ticked" method="post" action={action('groups')}>
      <span>{text.ticked}</span>
      <button id="put-together" {...button('groups')}>
        {text.together}
      </button>
      <button id="take-apart" class="quiet" {...button('separations')}>
        {text.apart}
      </button>
      <button id="hide" class="quiet" {...button('hiding')}>
        {text.hide}
      </button>
    </form>
  )
}

export function Hidden({ boardId, cards }: { boardId: string; cards: { id: string; text: string }[] }) {
  const text = useMessages().board.screen
  const action = `/boards/${boardId}/hiding/removal`
  return (
    <details id="hidden-cards">
      <summary>{text.hidden(cards.length)}</summary>
      <ul class="rows">
        {cards.map((card) => (
          <li>
            <p class="text">{card.text}</p>
            <form method="post" action={action} {...sending(action)}>
              <input type="hidden" name="cards" value={card.id} />
              <button class="quiet small" aria-label={text.showCard(card.text)}>
                {text.show}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}
