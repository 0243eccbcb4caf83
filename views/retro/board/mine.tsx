import type { ComponentChildren } from 'preact'
import type { MineProps } from './mine-props.ts'
import { OwnCards } from './own-cards.tsx'
import { Ballot } from './ballot.tsx'

/** What one device alone sees: its own cards before they are revealed, its own votes while they are cast. */
export function Mine({ children, ...mine }: MineProps & { children: ComponentChildren }) {
  return (
    <div id="mine">
      {children}
      {mine.stage === 'write' && <OwnCards {...mine} />}
      {mine.stage === 'vote' && <Ballot {...mine} />}
    </div>
  )
}
