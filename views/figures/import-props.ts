import type { Messages } from '../messages/catalogues.ts'
import type { Month } from './months.tsx'
import type { Reading } from './reading.tsx'

export interface Report {
  kind: keyof Messages['figures']['kinds'] | null
  faults: { line: number; fault: keyof Messages['figures']['faults']; value?: string | undefined }[]
  faultCount: number
  lines: number
  people: number
  unmatched: number
  nameless: number
  unknownTeams: string[]
  withheldTeams: string[]
  tooFine: { team: string; measure: { id: string; name: string | null } }[]
  months: Month[]
  unfinished: string[]
}

export interface ImportProps {
  id: string
  state: 'reading' | 'faulty' | 'ready' | 'applied' | 'interrupted'
  report: Report
  progress: Reading | null
}
