import { JoinBox } from './join.tsx'
import { RoomCount } from './room.tsx'
import type { ScreenProps } from './screen-props.ts'
import { News, Steps, Timer } from './status.tsx'

/** What never leaves the wall: whose retro it is, the stage, the room, the clock, and the way in. */
export function Bar({ team, sight, people, join }: Pick<ScreenProps, 'team' | 'sight' | 'people' | 'join'>) {
  return (
    <header class="strip">
      <h1 class="team">{team}</h1>
      <Steps sight={sight} />
      <RoomCount sight={sight} people={people} />
      <News sight={sight} />
      <Timer sight={sight} />
      {join && <JoinBox {...join} />}
    </header>
  )
}
