import { Page } from '../../layout.tsx'
import { useMessages } from '../../setting.ts'
import { Actions, NewAction } from './actions.tsx'
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
}

/** For the wall, and for whoever leads the retro. */
export function ScreenPage({ team, ...props }: ScreenProps & { team: string }) {
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
export function ScreenParts({ said, ...props }: ScreenProps & { said: Said | null }) {
  return (
    <>
      <ScreenPart {...props} />
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

function Screen({ sight, hidden, join, actions }: ScreenProps) {
  const text = useMessages().board
  return (
    <div id="board" class={`screen in-${sight.stage}`} data-version={sight.version}>
      <Status sight={sight} />
      {sight.locked && <p class="notice problem">{text.screen.locked}</p>}
      {join && <JoinBox {...join} open={sight.stage === 'write'} />}
      <Wall sight={sight} actions={actions} />
      {hidden.length > 0 && <Hidden boardId={sight.id} cards={hidden} />}
      <div class="leading">
        {sight.stage === 'group' && <Ticked boardId={sight.id} />}
        <Tools sight={sight} />
      </div>
    </div>
  )
}

function Wall({ sight, actions }: Pick<ScreenProps, 'sight' | 'actions'>) {
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
          <NewAction boardId={id} />
        </section>
        <section>
          <h2>{text.most}</h2>
          <Ranking sight={sight} most={5} />
        </section>
      </div>
    )
  return <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={columns} />} />
}
