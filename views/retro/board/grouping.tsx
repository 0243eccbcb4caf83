import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import { topicName, type Suggestion, type Topic } from './props.ts'
import { TopicView } from './topics.tsx'

interface GroupableProps {
  /** What is done here is sent below this address: of the board, or of a seat on it. */
  at: string
  topic: Topic
  columns: string[]
  /** Whether a card can be hidden here. */
  hides?: boolean
}

/** A group with a tick at each card, and a field for its name. With a script cards are dragged on the wall instead. */
export function GroupableTopic({ at, topic, columns, hides = false }: GroupableProps) {
  const text = useMessages().board.screen
  return (
    <TopicView
      topic={topic}
      columns={columns}
      head={topic.cards.length > 1 ? <Heading at={at} topic={topic} /> : undefined}
      beside={({ id }) => (
        <>
          <input
            type="checkbox"
            class="tick"
            // Another one in another group: once put together, a card is not ticked any more.
            id={`tick-${id}-${topic.id}`}
            name="cards"
            value={id}
            form="ticked"
            aria-labelledby={`text-${id}`}
          />
          {hides && (
            <button
              id={`hide-${id}`}
              class="link hide"
              form="hide"
              name="cards"
              value={id}
              aria-labelledby={`hide-${id} text-${id}`}
            >
              {text.hide}
            </button>
          )}
        </>
      )}
    />
  )
}

function Heading({ at, topic }: { at: string; topic: Topic }) {
  const text = useMessages().board.screen
  const action = `${at}/groups/${topic.id}`
  return (
    <form
      id={`name-${topic.id}`}
      method="post"
      action={action}
      class="heading"
      {...sending(action)}
      hx-trigger="submit, change"
    >
      <input
        id={`heading-${topic.id}`}
        name="title"
        value={topic.title ?? ''}
        placeholder={text.heading}
        aria-label={text.headingFor(topicName(topic))}
        maxLength={80}
        autocomplete="off"
      />
      <button class="unseen">{text.saveHeading}</button>
    </form>
  )
}

/** Without a script, and on phones: tick, then choose what to do with the ticked. */
export function Ticked({ at }: { at: string }) {
  const text = useMessages().board.screen
  const button = (what: string) => ({ formaction: `${at}/${what}`, ...sending(`${at}/${what}`) })
  return (
    <form id="ticked" class="ticked" method="post" action={`${at}/groups`}>
      <span>{text.ticked}</span>
      <button id="put-together" {...button('groups')}>
        {text.together}
      </button>
      <button id="take-apart" class="quiet" {...button('separations')}>
        {text.apart}
      </button>
    </form>
  )
}

/** What wall.js sends when a card was dropped, and what hides one. */
export function GroupingForms({ id }: { id: string }) {
  const [moves, hiding] = [`/boards/${id}/moves`, `/boards/${id}/hiding`]
  return (
    <>
      <form id="move" method="post" action={moves} {...sending(moves)}>
        <input type="hidden" name="card" />
        <input type="hidden" name="group" />
        <input type="hidden" name="column" />
      </form>
      <form id="hide" method="post" action={hiding} {...sending(hiding)} />
    </>
  )
}

/** One line, to be answered or left. */
export function Suggested({ id, suggestion }: { id: string; suggestion: Suggestion }) {
  const text = useMessages().board.suggestion
  const [together, no] = [`/boards/${id}/groups`, `/boards/${id}/declined`]
  const [one, other] = suggestion.topics.map(topicName) as [string, string]
  const cards = suggestion.cards.map((card) => <input type="hidden" name="cards" value={card} />)
  return (
    <div class="suggestion">
      <p>
        <b>{text.question}</b> {text.shared(one, other)} <i>{suggestion.words.join(', ')}</i>.
      </p>
      <form method="post" action={together} {...sending(together)}>
        {cards}
        <button id="take-suggestion" class="small" aria-keyshortcuts="y">
          {text.together}
        </button>
      </form>
      <form method="post" action={no} {...sending(no)}>
        {cards}
        <button id="decline-suggestion" class="quiet small" aria-keyshortcuts="n">
          {text.no}
        </button>
      </form>
    </div>
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
