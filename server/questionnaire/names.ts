import type { Question } from '../storage/schema/questions.ts'
import { pulse } from './pulse.ts'
import { safety } from './safety.ts'

const byId = new Map([...pulse, ...safety].map((question) => [question.id, question]))

/** A question that was written down before questions had names gets the default questionnaire's, else its own wording. */
export function withName(question: Question): Question {
  if (question.kind !== 'scale' || question.text.en.name) return question
  const today = byId.get(question.id)
  const name = today?.kind === 'scale' ? today.text.en.name : question.text.en.question
  return { ...question, text: { en: { ...question.text.en, name } } }
}
