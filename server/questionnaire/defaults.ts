import type { Band, ChoiceQuestion, Cut, RemarkQuestion, ScaleQuestion } from '../storage/schema/questions.ts'

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

export const notAtAllToFully = ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully']
export const howMuch = ['Almost none', 'A little', 'About half', 'Most', 'All']

type Words = { construct: string; question: string; hint?: string }
type ScaleWords = Words & { name: string; levels: string[] }

export function scale(
  id: string,
  bands: Band[],
  { construct, ...en }: ScaleWords,
  cut: Cut = 'unit',
): ScaleQuestion {
  return { id, version: 1, construct, kind: 'scale', cut, bands, text: { en } }
}

/** The options in the order they are read. */
export function choice(
  id: string,
  { construct, ...en }: Words & { options: Record<string, string> },
): ChoiceQuestion {
  const options = Object.keys(en.options)
  return { id, version: 1, construct, kind: 'choice', cut: 'organisation', options, text: { en } }
}

export function remark(id: string, { construct, ...en }: Words): RemarkQuestion {
  return { id, version: 1, construct, kind: 'remark', text: { en } }
}
