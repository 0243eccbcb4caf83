import { Page } from '../../layout.tsx'
import { useMessages } from '../../setting.ts'
import { Actions } from './actions.tsx'
import { BoardHead, Live, Part } from './live.tsx'
import { Mine } from './mine.tsx'
import type { MineProps } from './mine-props.ts'
import type { Action, Sight } from './props.ts'
import { SaidPart, type Said } from './said.tsx'
import { Status } from './status.tsx'
import { Columns, Ranking, TopicView } from './topics.tsx'
import { WriteForm, type WriteProps } from './write.tsx'

export interface SeatProps {
  sight: Sight
  actions: Action[]
}

interface SeatPageProps extends SeatProps {
  team: string
  mine: MineProps
  write: WriteProps
}

/** For a phone in the room: it writes, votes and reads, and knows nobody. */
export function SeatPage({ team, sight, actions, mine, write }: SeatPageProps) {
  const text = useMessages().board.seat
  return (
    <Page title={text.title(team)} wide head={<BoardHead />}>
      <noscript>
        <p>
          {text.again} <a href={`/boards/${sight.id}/seat`}>{text.reload}</a>
        </p>
      </noscript>
      <Live events={`/boards/${sight.id}/seat/events`} />
      <Status sight={sight} />
      <Mine {...mine}>{mine.stage === 'write' && !mine.locked && <WriteForm {...write} />}</Mine>
      <Seat sight={sight} actions={actions} />
    </Page>
  )
}

export function SeatPart(props: SeatProps) {
  return (
    <>
      <Part of="#status">
        <Status sight={props.sight} />
      </Part>
      <Part of="#board">
        <Seat {...props} />
      </Part>
    </>
  )
}

/** A form that is there already is left alone, with what has been typed into it. */
export function MinePart({ mine, write }: { mine: MineProps; write: WriteProps }) {
  return (
    <Part of="#mine">
      <Mine {...mine}>{mine.stage === 'write' && !mine.locked && <WriteForm {...write} />}</Mine>
    </Part>
  )
}

/** The answer to what a device did: what it sees, and the form anew or with its faults. */
export function SeatParts({
  said,
  fresh,
  mine,
  write,
  ...seat
}: SeatProps & { said: Said | null; fresh: boolean; mine: MineProps; write: WriteProps }) {
  return (
    <>
      <SeatPart {...seat} />
      <MinePart mine={mine} write={write} />
      {fresh && mine.stage === 'write' && (
        <Part of="#write" how="outerHTML">
          <WriteForm {...write} focus />
        </Part>
      )}
      <SaidPart said={said} />
    </>
  )
}

function Seat({ sight, actions }: SeatProps) {
  const text = useMessages().board
  const { stage, locked } = sight
  return (
    <div id="board" class={`seat in-${stage}`} data-version={sight.version}>
      {locked && <p class="notice problem">{text.seat.locked}</p>}
      {stage !== 'write' && stage !== 'vote' && <p class="lead">{text.seat.waiting[stage]}</p>}
      {stage === 'write' && sight.topics.length > 0 && (
        <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={sight.columns} />} />
      )}
      {stage === 'group' && (
        <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={sight.columns} />} />
      )}
      {(stage === 'discuss' || stage === 'decide') && <Ranking sight={sight} />}
      {(stage === 'decide' || stage === 'ended') && (
        <section>
          <h2>{text.decide.title}</h2>
          <Actions actions={actions} />
        </section>
      )}
    </div>
  )
}
