import type { FormProps } from '../../parts/field.tsx'
import type { DecidedBefore } from './before.tsx'
import type { Topic } from './proposed.ts'
import type { Moved } from './topic.tsx'

export interface KitProps extends FormProps {
  team: { id: string; path: string }
  /** Null while nothing of the team is published. */
  round: { id: string; name: string } | null
  rounds: { id: string; name: string }[]
  /** In the order in which they stand. */
  topics: Topic[]
  /** What was moved just now. */
  moved: Moved | null
  /** The team above, where its figures stand beside; null for the organisation. */
  around: string | null
  before: DecidedBefore[]
  remarks: { id: string; text: { en: { question: string } }; texts: string[] }[]
}
