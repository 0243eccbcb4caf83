import type { NewActionProps } from './actions.tsx'
import type { JoinProps } from './join.tsx'
import type { Action, Sight } from './props.ts'

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
