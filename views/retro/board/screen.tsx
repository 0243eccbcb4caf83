import { Page } from '../../layout.tsx'
import { useMessages } from '../../setting.ts'
import { Actions, Before, NewAction, type NewActionProps } from './actions.tsx'
import type { Faults } from '../../parts/field.tsx'
import { JoinBox, type JoinProps } from './join.tsx'
import { BoardHead, Live, Part } from './live.tsx'
import type { Action, Sight } from './props.ts'
import { SaidPart, type Said } from './said.tsx'
import { Status } from './status.tsx'
import { Hidden, Ticked, TickedTopic } from './grouping.tsx'
import { Tools } from './tools.tsx'
import { Columns, Ranking, TopicView } from './topics.tsx'

export interface ScreenProps {
  sight: Sight
  hidden: { id: string; text: string }[]
  join: JoinProps | null
  actions: Action[]
  /** What the retro begins with. */
  before: Action[]
  /** The form for an action, where there is one. */
  decide: Omit<NewActionProps, 'boardId'> | null
}

/** For the wall, and for whoever leads the retro. */
export function ScreenPage({ team, ...props }: ScreenProps & { team: string; faults?: Faults }) {
  const text = useMessages().board
  const { id } = props.sight
  return (
    <Page title={text.seat.title(team)} full head={<BoardHead />}>
      <Live events={`/boards/${id}/events`} />
      <Screen {...props} />
    </Page>
  )
}

/** The answer to what whoever leads the retro did, and what the stream sends. */
export function ScreenParts({
  said,
  fresh = false,
  ...props
}: ScreenProps & { said: Said | null; fresh?: boolean }) {
  const { decide, sight } = props
  return (
    <>
      <ScreenPart {...props} />
      {fresh && decide && (
        <Part of="#new-action" how="outerHTML">
          <NewAction {...decide} boardId={sight.id} focus />
        </Part>
      )}
      <SaidPart said={said} />
    </>
  )
}

export function ScreenPart(props: ScreenProps) {
  return (
    <Part of="#board">
      <Screen {...props} />
    </Part>
  )
}

function Screen({ sight, hidden, join, actions, before, decide }: ScreenProps) {
  const text = useMessages().board
  return (
    <div id="board" class={`screen in-${sight.stage}`} data-version={sight.version}>
      <Status sight={sight} />
      {sight.locked && <p class="notice problem">{text.screen.locked}</p>}
      {join && <JoinBox {...join} open={sight.stage === 'write'} />}
      {sight.stage === 'write' && <Before actions={before} />}
      <Wall sight={sight} actions={actions} before={before} decide={decide} />
      {hidden.length > 0 && <Hidden boardId={sight.id} cards={hidden} />}
      <div class="leading">
        {sight.stage === 'group' && <Ticked boardId={sight.id} />}
        <Tools sight={sight} />
      </div>
    </div>
  )
}

function Wall({
  sight,
  actions,
  before,
  decide,
}: Pick<ScreenProps, 'sight' | 'actions' | 'before' | 'decide'>) {
  const text = useMessages().board.decide
  const { id, columns } = sight
  if (sight.stage === 'group')
    return (
      <Columns
        sight={sight}
        topic={(topic) => <TickedTopic boardId={id} topic={topic} columns={columns} />}
      />
    )
  if (sight.stage === 'discuss') return <Ranking sight={sight} />
  if (sight.stage === 'decide')
    return (
      <div class="deciding">
        <section>
          <h2>{text.title}</h2>
          <Actions actions={actions} />
          {decide && <NewAction {...decide} boardId={id} />}
          <Before actions={before} />
        </section>
        <section>
          <h2>{text.most}</h2>
          <Ranking sight={sight} most={5} />
        </section>
      </div>
    )
  return <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={columns} />} />
}
