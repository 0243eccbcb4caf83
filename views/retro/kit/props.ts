import type { AgreementLine } from '../../insights/agreed-lines.tsx'
import type { FormProps } from '../../parts/field.tsx'
import type { DecidedBefore } from './before.tsx'
import type { Topic } from './proposed.ts'
import type { Fitting } from './exercises.tsx'
import type { Moved } from './topic.tsx'

export interface KitProps extends FormProps {
  team: { id: string; path: string }
  /** Null while nothing of the team is published. */
  round: { id: string; name: string } | null
  rounds: { id: string; name: string }[]
  /** In the order in which they stand. */
  topics: Topic[]
  /** Those that fit the topics, and the question each fits. */
  exercises: Fitting[]
  /** What was moved just now. */
  moved: Moved | null
  /** The team above, where its figures stand beside; null for the organisation. */
  around: string | null
  before: DecidedBefore[]
  /** Lines of the working agreement whose day has come. */
  due: AgreementLine[]
  remarks: { id: string; text: { en: { question: string } }; texts: string[] }[]
}
