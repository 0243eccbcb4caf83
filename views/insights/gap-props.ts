import type { Interval } from './figures.ts'

export type GapName =
  | 'adoption'
  | 'use'
  | 'trust'
  | 'help'
  | 'pressure'
  | 'seen'
  | 'felt'
  | 'lead time'
  | 'review'
  | 'deployments'

/** What use for show is told by; each is met, not met, or cannot be told. */
export type SignOfShow = 'use' | 'seen' | 'help' | 'pressure'

/** A figure that enters a gap: a share from 0 to 1, or a relative change, 0.1 for a tenth more. */
export interface GapPart {
  name: GapName
  month: string
  value: Interval | null
  /** The month that a relative change is against. */
  since?: string
}

/** Two figures that should go together, and how far they are apart. */
export interface Gap {
  id: 'trust' | 'perception' | 'pressure' | 'show' | 'review'
  parts: GapPart[]
  /** The difference of shares where the gap is one; null where its parts can only stand beside each other. */
  difference: Interval | null
  /**
   * The difference in the month nearest to a year before, half a year at least; where there is none, the share that is
   * an amount. Only where the same groups are shown in both.
   */
  before: { month: string; share: Interval } | null
  /** Of use for show: whether its rule holds, and what is missing where that cannot be told. */
  rule?: { holds: boolean | null; unknown: SignOfShow[] }
}
