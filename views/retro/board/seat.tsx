import { Document } from '../../document.tsx'
import type { Faults } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { Actions, NewAction } from './actions.tsx'
import { TopicNow } from './discussing.tsx'
import { GroupableTopic, Ticked } from './grouping.tsx'
import { BoardHead, Live, Part } from './live.tsx'
import { Mine, type MineForms } from './mine.tsx'
import type { MineProps } from './mine-props.ts'
import { talkedAbout, type Action, type Sight } from './props.ts'
import { SaidPart, type Said } from './said.tsx'
import { ToldScale } from './scale.tsx'
import { Status } from './status.tsx'
import { Columns, TopicView } from './topics.tsx'
import { WriteForm } from './write.tsx'

export interface SeatProps {
  sight: Sight
  actions: Action[]
}

interface SeatPageProps extends SeatProps, MineForms {
  team: string
  mine: MineProps
  faults?: Faults
}

/** For a phone in the room: it writes, votes and reads, and knows nobody. */
export function SeatPage({ team, sight, actions, mine, ...forms }: SeatPageProps) {
  const text = useMessages().board.seat
  return (
    <Document title={text.title(team)} head={<BoardHead />}>
      <Status sight={sight} />
      <main id="content" class="on-phone">
        <h1 class="unseen">{text.title(team)}</h1>
        <noscript>
          <p>
            {text.again} <a href={`/boards/${sight.id}/seat`}>{text.reload}</a>
          </p>
        </noscript>
        <Live events={`/boards/${sight.id}/seat/events`} />
        <Mine {...mine} {...forms} />
        <Seat sight={sight} actions={actions} />
      </main>
    </Document>
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
export function MinePart({ mine, ...forms }: { mine: MineProps } & MineForms) {
  return (
    <Part of="#mine">
      <Mine {...mine} {...forms} />
    </Part>
  )
}

/** The answer to what a device did: what it sees, and a form anew or with its faults. */
export function SeatParts({
  said,
  fresh,
  mine,
  write,
  decide,
  ...seat
}: SeatProps &
  MineForms & { said: Said | null; fresh: { write: boolean; decide: boolean }; mine: MineProps }) {
  return (
    <>
      <SeatPart {...seat} />
      <MinePart mine={mine} write={write} decide={decide} />
      {fresh.write && (mine.stage === 'write' || mine.stage === 'group') && (
        <Part of="#write" how="outerHTML">
          <WriteForm {...write} focus />
        </Part>
      )}
      {fresh.decide && decide && (
        <Part of="#new-action" how="outerHTML">
          <NewAction {...decide} at={`/boards/${mine.id}/seat/actions`} focus />
        </Part>
      )}
      <SaidPart said={said} />
    </>
  )
}

function Seat({ sight, actions }: SeatProps) {
  const text = useMessages().board
  const { id, stage, locked } = sight
  const talked = stage === 'discuss' ? talkedAbout(sight) : null
  return (
    <div id="board" class={`seat in-${stage}`} data-version={sight.version}>
      {locked && <p class="notice problem">{text.seat.locked}</p>}
      {stage === 'group' && (
        <p class="lead">{text.seat.grouping[sight.everybodyGroups ? 'all' : 'leader']}</p>
      )}
      {(stage === 'discuss' || stage === 'ended') && <p class="lead">{text.seat.waiting[stage]}</p>}
      {stage === 'write' && sight.topics.length > 0 && (
        <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={sight.columns} />} />
      )}
      {stage === 'group' && <Grouping sight={sight} at={`/boards/${id}/seat`} />}
      {talked && <TopicNow sight={sight} {...talked} />}
      {stage === 'ended' && sight.worth && (
        <section>
          <h2>{text.worth.question}</h2>
          <ToldScale told={sight.worth} ends={text.worth.ends} />
        </section>
      )}
      {(stage === 'discuss' || stage === 'decide' || stage === 'ended') && (
        <section>
          <h2>{text.decide.title}</h2>
          <Actions actions={actions} />
        </section>
      )}
    </div>
  )
}

function Grouping({ sight, at }: { sight: Sight; at: string }) {
  const { columns, everybodyGroups, locked } = sight
  const may = everybodyGroups && !locked
  return (
    <>
      <Columns
        sight={sight}
        topic={(topic) =>
          may ? (
            <GroupableTopic at={at} topic={topic} columns={columns} />
          ) : (
            <TopicView topic={topic} columns={columns} />
          )
        }
      />
      {may && <Ticked at={at} />}
    </>
  )
}
