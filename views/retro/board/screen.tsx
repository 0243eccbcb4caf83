import { Page } from '../../layout.tsx'
import { useMessages } from '../../setting.ts'
import { Before, NewAction } from './actions.tsx'
import type { Faults } from '../../parts/field.tsx'
import { JoinBox } from './join.tsx'
import { BoardHead, Live, Part } from './live.tsx'
import { SaidPart, type Said } from './said.tsx'
import { Status } from './status.tsx'
import { Hidden, Ticked } from './grouping.tsx'
import { Tools } from './tools.tsx'
import type { ScreenProps } from './screen-props.ts'
import { Wall } from './wall.tsx'

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
