import type { Month, Rule } from '../calendar/rule.tsx'
import type { Sentence } from '../insights/said.ts'

/** What lies around an administrator: the round before, the next one, and what is set up. */
export interface Around {
  next: {
    id: string
    name: string
    opensAt: Date
    closesAt: Date
    remindsAt: Date | null
    /** Null where somebody planned it by hand. */
    calendarMonth: string | null
    questions: number
  } | null
  /** Null until somebody has set it. */
  calendar: {
    rule: Rule & { paused: string | null }
    timeZone: string
    ahead: Month[]
  } | null
  last: {
    id: string
    name: string
    closesAt: Date
    invited: number
    ballots: number
    sentences: Sentence[]
  } | null
  people: number
  teams: number
  /** Whether there is a mail server, not only a folder. */
  mail: boolean
}
