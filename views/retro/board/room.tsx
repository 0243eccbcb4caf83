import { useMessages } from '../../setting.ts'
import type { Sight, Stage } from './props.ts'

/** Past them dots are no quicker to read than a number. */
const mostDots = 16

export const canBeDone = (stage: Stage): boolean => ['write', 'group', 'vote'].includes(stage)

/** How many are there, and how many are done: numbers that devices press, and nobody's. */
export function RoomCount({ sight: { stage, room }, people }: { sight: Sight; people: number }) {
  const text = useMessages().board.room
  const { joined, done } = room
  return (
    <p id="room" class="room">
      {canBeDone(stage) && joined > 0 && joined <= mostDots && (
        <span class="dots" aria-hidden="true">
          {'●'.repeat(Math.min(done, joined))}
          {'○'.repeat(Math.max(0, joined - done))}
        </span>
      )}{' '}
      {canBeDone(stage) && joined > 0 ? text.done(done, joined) : text.joined(joined)}
      {joined > people && <strong> {text.moreThanPeople(people)}</strong>}
    </p>
  )
}
