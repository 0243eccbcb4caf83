import { useMessages } from '../../setting.ts'
import { Actions, WriteAction, type NewActionProps } from './actions.tsx'
import { sending } from './live.tsx'
import { talkedAbout, topicName, type Action, type Sight, type Topic } from './props.ts'
import { CardText, Lines, Votes } from './topics.tsx'

/** What is likely to be reached; the rest is a press away. */
const mostNext = 7

interface DiscussingProps {
  sight: Sight
  actions: Action[]
  decide: Omit<NewActionProps, 'at'> | null
}

/** One topic at a time, large; what comes next and what was decided stand beside it. */
export function Discussing({ sight, actions, decide }: DiscussingProps) {
  const text = useMessages().board
  const talked = talkedAbout(sight)
  return (
    <div class="focus">
      <section>
        {talked ? <TopicNow sight={sight} {...talked} /> : <p class="hint">{text.topic.empty}</p>}
      </section>
      <aside class="queue">
        {talked && talked.next.length > 0 && (
          <>
            <h3>{text.discussing.next}</h3>
            <Next boardId={sight.id} topics={talked.next.slice(0, mostNext)} />
            {talked.next.length > mostNext && (
              <details id="later">
                <summary>{text.discussing.later(talked.next.length - mostNext)}</summary>
                <Next boardId={sight.id} topics={talked.next.slice(mostNext)} />
              </details>
            )}
          </>
        )}
        <h3>{text.discussing.decided}</h3>
        <Actions actions={actions} />
        {decide && <WriteAction {...decide} at={`/boards/${sight.id}/actions`} open={false} />}
      </aside>
    </div>
  )
}

export function TopicNow({ sight, now, place }: { sight: Sight; now: Topic; place: number }) {
  const text = useMessages().board
  const { title, cards, column, votes } = now
  const [only, ...others] = cards
  return (
    <article class="now">
      <div class="place">
        <Votes count={votes} /> <span>{text.discussing.place(place + 1, sight.topics.length)}</span>
      </div>
      <h2>{title ?? (only && <Lines {...only} />)}</h2>
      <p class="hint">{sight.columns[column]}</p>
      {(title || others.length > 0) && (
        <ul>
          {(title ? cards : others).map((card) => (
            <li class="card">
              <CardText text={card.text} />
            </li>
          ))}
        </ul>
      )}
      {sight.room.asksMore && (
        <p class="more-asked" role="status">
          <b>{text.discussing.askedMore}</b> {text.discussing.said(sight.room.more, sight.room.enough)}
        </p>
      )}
    </article>
  )
}

function Next({ boardId, topics }: { boardId: string; topics: Topic[] }) {
  const text = useMessages().board
  const at = `/boards/${boardId}/topic`
  return (
    <form method="post" action={at} {...sending(at)} class="next">
      {topics.map((topic) => (
        <button id={`next-${topic.id}`} class="quiet" name="topic" value={topic.id}>
          <span>
            <span class="unseen">{text.discussing.talkAbout}</span> {topicName(topic)}
          </span>{' '}
          <b>{topic.votes}</b>
        </button>
      ))}
    </form>
  )
}
