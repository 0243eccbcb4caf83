import type { Typed } from '../parts/field.tsx'

export interface Choice {
  question: {
    id: string
    kind: 'scale' | 'grid' | 'remark' | 'attribute'
    cut?: string
    text: { en: { question: string } }
  }
}

export const chosenIn = (typed: Typed, name: string): Set<string> => new Set([typed[name] ?? []].flat())
