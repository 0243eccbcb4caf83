import { useMessages } from '../../setting.ts'
import { WriteAction, type NewActionProps } from './actions.tsx'
import { Ballot } from './ballot.tsx'
import { sending } from './live.tsx'
import type { MineProps } from './mine-props.ts'
import { OwnCards } from './own-cards.tsx'
import { canBeDone } from './room.tsx'
import { Scale } from './scale.tsx'
import { LateCard, WriteForm, type WriteProps } from './write.tsx'

/** The forms of a phone: for a card, and where something is decided for an action. */
export interface MineForms {
  write: WriteProps
  decide: Omit<NewActionProps, 'at'> | null
}

/** What one device alone sees and does. */
export function Mine({ write, decide, ...mine }: MineProps & MineForms) {
  const text = useMessages().board
  const { id, stage, locked, said, checkIn } = mine
  const scale = { id, locked }
  return (
    <div id="mine">
      {stage === 'arrive' && checkIn && (
        <Scale {...scale} about="arrived" said={said.arrived} {...text.checkIns[checkIn]} />
      )}
      {stage === 'write' && <p class="hint">{text.seat.write.lead}</p>}
      {stage === 'write' && !locked && <WriteForm {...write} />}
      {stage === 'write' && <OwnCards {...mine} />}
      {stage === 'group' && !locked && <LateCard {...write} />}
      {stage === 'vote' && <Ballot {...mine} />}
      {stage === 'discuss' && mine.asksMore && <MoreTime {...mine} />}
      {stage === 'decide' && <Scale {...scale} about="worth" said={said.worth} {...text.worth} />}
      {decide && <WriteAction {...decide} at={`/boards/${id}/seat/actions`} open={stage === 'decide'} />}
      {canBeDone(stage) && <Done {...mine} />}
    </div>
  )
}

/** A number on the wall, and nothing about whom. */
function Done({ id, said: { done }, locked }: MineProps) {
  const text = useMessages().board.room
  const at = `/boards/${id}/seat/signs/done${done ? '/removal' : ''}`
  return (
    <form class="foot" method="post" action={at} {...sending(at)}>
      <button
        id="done"
        class={done ? 'quiet' : undefined}
        disabled={locked}
        aria-pressed={done ? 'true' : 'false'}
      >
        {done ? text.notDone : text.iAmDone}
      </button>
    </form>
  )
}

function MoreTime({ id, said: { more }, locked }: MineProps) {
  const text = useMessages().board.discussing
  const at = `/boards/${id}/seat/signs/more`
  const button = (value: number, label: string) => (
    <button
      id={`more-${value}`}
      name="value"
      value={value}
      class={more === value ? undefined : 'quiet'}
      disabled={locked}
      aria-pressed={more === value ? 'true' : 'false'}
    >
      {label}
    </button>
  )
  return (
    <form class="more-time" method="post" action={at} {...sending(at)}>
      <p>
        <b>{text.askedMore}</b>
      </p>
      {button(1, text.yes)}
      {button(0, text.goOn)}
    </form>
  )
}
