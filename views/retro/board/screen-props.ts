import type { NewActionProps } from './actions.tsx'
import type { JoinProps } from './join.tsx'
import type { Action, Sight, Suggestion } from './props.ts'

export interface ScreenProps {
  team: string
  sight: Sight
  /** How many the team has, with those who lead it. */
  people: number
  hidden: { id: string; text: string }[]
  join: JoinProps | null
  suggestion: Suggestion | null
  actions: Action[]
  /** What the retro begins with. */
  before: Action[]
  /** The form for an action, where there is one. */
  decide: Omit<NewActionProps, 'at'> | null
}
