import type { DeliveryProps } from './delivery.tsx'
import type { RoundState } from './state.tsx'
import type { UnitsPage } from './units.tsx'

export interface RoundProps {
  round: {
    id: string
    name: string
    month: string
    opensAt: Date
    closesAt: Date
    remindsAt: Date | null
    remindsAgainAt: Date | null
    reminded: boolean
    threshold: number
    state: RoundState
    fingerprint: string | null
    outcome:
      | { published: false; invited: number }
      | { published: true; invited: number; ballots: number; spoiled: number }
      | null
  }
  keyFault: 'secretMissing' | 'sealMissing' | 'sealWrong' | 'ticketMissing' | 'ticketWrong' | null
  asked: {
    id: string
    text: { en: { question: string } }
    kind: 'scale' | 'grid' | 'remark' | 'attribute' | 'choice'
    cut: 'unit' | 'area' | 'organisation' | 'experience' | undefined
  }[]
  /** Paths of the teams asked; null for everybody. */
  who: string[] | null
  /** Of a planned round. */
  preview: { units: UnitsPage<{ names: string[]; size: number }>; invited: number; needed: number } | null
  /** Of a frozen one. */
  overview: {
    units: UnitsPage<{ teams: string[]; size: number }>
    invited: number
    invitationsWritten: number
    isInviting: boolean
    keysMade: number
    delivery: DeliveryProps['delivery']
  } | null
}
