import type {
  AttributeQuestion,
  ChoiceQuestion,
  GridQuestion,
  ScaleQuestion,
} from '#server/storage/schema/questions.ts'
import { abstained } from './draft.ts'
import { messages } from './messages.ts'
import { wordingOf } from './speech.ts'

export interface Option {
  value: string
  label: string
}

const { doesNotApply, preferNotToSay } = messages.questions

/** What one may pick, in the order it is read. */
export function optionsOf(question: ScaleQuestion | AttributeQuestion | ChoiceQuestion): Option[] {
  if (question.kind === 'scale') {
    const levels = wordingOf(question).levels.map((label, level) => ({ value: String(level + 1), label }))
    return [...levels, { value: abstained, label: doesNotApply }]
  }
  const { options } = wordingOf(question)
  return [
    ...question.options.map((value) => ({ value, label: options[value] ?? value })),
    { value: abstained, label: question.kind === 'choice' ? doesNotApply : preferNotToSay },
  ]
}

export function gridOptionsOf(question: GridQuestion): Option[] {
  const { helped, hurt, unused } = wordingOf(question)
  return [
    { value: 'helped', label: helped },
    { value: 'hurt', label: hurt },
    { value: 'unused', label: unused },
  ]
}
