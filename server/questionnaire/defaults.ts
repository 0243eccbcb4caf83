import type { Band, RemarkQuestion, ScaleQuestion } from '../storage/schema/questions.ts'

/** What the questions that are there by default are made of. Why each is worded as it is: docs/questionnaire.md. */

export const highIsGood: Band[] = ['unfavourable', 'unfavourable', 'neutral', 'favourable', 'favourable']
export const lowIsGood: Band[] = ['favourable', 'favourable', 'neutral', 'unfavourable', 'unfavourable']
export const howOften = ['Never', 'Rarely', 'Sometimes', 'Often', 'Very often']
export const riskyToSafe = [
  'Very risky',
  'Rather risky',
  'Neither risky nor safe',
  'Rather safe',
  'Very safe',
]

type Words = { construct: string; question: string; hint?: string }
type ScaleWords = Words & { name: string; levels: string[] }

export function scale(id: string, bands: Band[], { construct, ...en }: ScaleWords): ScaleQuestion {
  return { id, version: 1, construct, kind: 'scale', cut: 'unit', bands, text: { en } }
}

export function remark(id: string, { construct, ...en }: Words): RemarkQuestion {
  return { id, version: 1, construct, kind: 'remark', text: { en } }
}
