import type { Item } from './item.tsx'
import type { OpenAction } from './own.tsx'
import type { RemarksShown } from './remarks.tsx'
import type { GroupAbove, MonthBefore } from './row.tsx'
import type { Viewing } from './viewings.tsx'
import type { TeamsFound } from '../parts/teams.tsx'

export interface ResultsProps {
  round: {
    id: string
    name: string
    threshold: number
    questions: { id: string; kind: string; text: { en: { question: string } } }[] | null
  }
  results: {
    teamId: string | null
    name: string
    items: Item[]
    own: Item[]
    byAttribute: {
      attribute: { text: { en: { question: string; options: Record<string, string> } } }
      bands: string[]
      items: Item[]
    }[]
    response: { invited: number; ballots: number } | null
    classes: { name: string }[]
    elsewhere: number
  }
  remarks: RemarksShown
  since: MonthBefore | null
  above: GroupAbove | null
  openActions: OpenAction[]
  viewings: Viewing[]
  others: TeamsFound
  /** Whether the reader holds the team's retros. */
  leads: boolean
}
