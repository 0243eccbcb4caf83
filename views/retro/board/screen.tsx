import { Document } from '../../document.tsx'
import type { Faults } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { NewAction } from './actions.tsx'
import { Bar } from './bar.tsx'
import { Hidden, Suggested, Ticked } from './grouping.tsx'
import { BoardHead, Live, Part } from './live.tsx'
import type { Sight } from './props.ts'
import { SaidPart, type Said } from './said.tsx'
import type { ScreenProps } from './screen-props.ts'
import { Tools } from './tools.tsx'
import { Wall } from './wall.tsx'

/** For the wall, and for whoever leads the retro: without the site around it. */
export function ScreenPage(props: ScreenProps & { faults?: Faults }) {
  const text = useMessages().board
  const { sight, team } = props
  return (
    <Document title={text.seat.title(team)} head={<BoardHead wall />}>
      <Live events={`/boards/${sight.id}/events`} />
      <Screen {...props} />
    </Document>
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
          <NewAction {...decide} at={`/boards/${sight.id}/actions`} focus />
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

function Screen({ hidden, suggestion, ...props }: ScreenProps) {
  const text = useMessages().board
  const { sight } = props
  return (
    <div id="board" class={`screen in-${sight.stage} ${densityOf(sight)}`} data-version={sight.version}>
      <Bar {...props} />
      <main id="content" class="wall" tabIndex={0}>
        {sight.locked && <p class="notice problem">{text.screen.locked}</p>}
        <Wall {...props} />
        {hidden.length > 0 && <Hidden boardId={sight.id} cards={hidden} />}
      </main>
      <footer class="strip leading">
        {suggestion && <Suggested id={sight.id} suggestion={suggestion} />}
        {sight.stage === 'group' && <Ticked at={`/boards/${sight.id}`} />}
        <Tools sight={sight} />
      </footer>
    </div>
  )
}

/** As large as what stands on the wall leaves room for: it is read from eight metres. */
function densityOf({ topics }: Sight): 'few' | 'some' | 'many' {
  const cards = topics.reduce((sum, topic) => sum + topic.cards.length, 0)
  if (cards <= 15) return 'few'
  return cards <= 27 ? 'some' : 'many'
}
