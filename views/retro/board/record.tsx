import { Page } from '../../layout.tsx'
import { dateOf } from '../../speech.ts'
import { useDayName } from '../../parts/day.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useMessages, useSpeech } from '../../setting.ts'
import { BoardHead } from './live.tsx'
import type { Action, Sight } from './props.ts'
import { ToldScale } from './scale.tsx'
import { TopicView, Votes } from './topics.tsx'

interface RecordProps {
  team: string
  date: Date
  sight: Sight
  actions: Action[]
  cleared: boolean
  cardsKeptDays: number
  /** Where the team opens it. */
  address: string
}

/** What a retro leaves, on the screen and on paper. */
export function RecordPage({ team, date, sight, actions, cleared, cardsKeptDays, address }: RecordProps) {
  const text = useMessages().board
  const day = useDay()(date)
  const shown = sight.topics.reduce((sum, { cards }) => sum + cards.length, 0)
  const ended = sight.stage === 'ended'
  return (
    <Page title={text.record.title(team, day)} wide head={<BoardHead />}>
      {!ended && <Notice kind="note">{text.record.notEnded}</Notice>}
      <p class="lead">{text.record.lead(shown, sight.topics.length)}</p>
      <h2>{text.record.decided}</h2>
      {actions.length === 0 ? <p>{text.record.nothingDecided}</p> : <Decided actions={actions} />}
      <Said sight={sight} />
      <div class="columns">
        {sight.columns.map((name, column) => (
          <section class="column recorded">
            <h2>{name}</h2>
            {sight.topics
              .filter((topic) => topic.column === column)
              .map((topic) => (
                <TopicView topic={topic} columns={sight.columns}>
                  {topic.votes > 0 && <Votes count={topic.votes} />}
                </TopicView>
              ))}
          </section>
        ))}
      </div>
      <p class="hint">{cleared ? text.record.cleared : text.record.keptUntil(cardsKeptDays)}</p>
      <p class="hint">
        {text.record.link} <code>{address}</code>
      </p>
      <p class="actions">
        <a href={`/boards/${sight.id}/board.md`}>{text.record.markdown}</a>
        {!ended && <a href={`/boards/${sight.id}`}>{text.record.board}</a>}
      </p>
    </Page>
  )
}

/** Who does what by when, on paper too. */
function Decided({ actions }: { actions: Action[] }) {
  const { record, decide } = useMessages().board
  const dayName = useDayName()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{record.what}</th>
          <th scope="col">{record.who}</th>
          <th scope="col">{record.due}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(({ text, owner, due }) => (
          <tr>
            <td>{text}</td>
            <td>{owner ?? decide.formerColleague}</td>
            <td>{dayName(due)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How everybody arrived, and whether it was worth the time. */
function Said({ sight: { checkIn, arrived, worth } }: { sight: Sight }) {
  const { checkIns, worth: text } = useMessages().board
  return (
    <>
      {checkIn && arrived && arrived.shown !== 'none' && (
        <section>
          <h2>{checkIns[checkIn].question}</h2>
          <ToldScale told={arrived} ends={checkIns[checkIn].ends} />
        </section>
      )}
      {worth && worth.shown !== 'none' && (
        <section>
          <h2>{text.question}</h2>
          <ToldScale told={worth} ends={text.ends} />
        </section>
      )}
    </>
  )
}

export function useDay(): (at: Date) => string {
  const speech = useSpeech()
  return (at) => dateOf(at, speech)
}
