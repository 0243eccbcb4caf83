import type { Typed } from '../parts/field.tsx'

export interface Choice {
  place: 'core' | 'rotating' | 'quarterly' | 'library'
  /** 1 to 3 of what rotates; null for all else. */
  turn: number | null
  question: {
    id: string
    kind: 'scale' | 'grid' | 'remark' | 'attribute' | 'choice'
    cut?: string
    text: { en: Asked }
  }
}

interface Asked {
  question: string
  hint?: string | undefined
  rows?: Record<string, string>
  levels?: string[]
  options?: Record<string, string>
}

export const chosenIn = (typed: Typed, name: string): Set<string> => new Set([typed[name] ?? []].flat())
