import type { FormProps } from '../../parts/field.tsx'
import type { TeamsFound } from '../../parts/teams.tsx'
import type { Stage } from './props.ts'

export interface BoardsProps extends FormProps {
  boards: { id: string; team: string | null; stage: Stage; startedAt: Date }[]
  page: number
  pages: number
  /** Those whose retros the viewer can hold. */
  teams: TeamsFound
  rounds: { id: string; name: string }[]
  /** Columns that were saved for later. */
  saved: { id: string; name: string; columns: string[] }[]
}
