import type { Question, RemarkQuestion } from '#server/storage/schema/questions.ts'
import { isTooLong } from './ballot.ts'
import type { Draft } from './draft.ts'
import { cleaned, plaintextOf } from './plaintext.ts'

export const longestRemark = 600
export const mostRemarks = 3

export type Fault = 'audience' | 'remarkTooLong' | 'tooManyRemarks' | 'ballotTooLong'

/** What keeps a draft from being handed in, by the remark where it is to be put right. */
export function faultsIn(draft: Draft, questions: Question[]): Record<string, Fault> {
  const written = questions.filter((question) => isWritten(question, draft))
  const faults = written.flatMap(({ id }, index) => {
    const fault = faultOf(draft.remarks[id]!, index)
    return fault ? [[id, fault] as const] : []
  })
  const last = written.at(-1)
  if (faults.length === 0 && last && isTooLong(plaintextOf(draft, questions)))
    faults.push([last.id, 'ballotTooLong'])
  return Object.fromEntries(faults)
}

const isWritten = (question: Question, { remarks }: Draft): question is RemarkQuestion =>
  question.kind === 'remark' && cleaned(remarks[question.id]?.text ?? '') !== ''

function faultOf({ text, audience }: Draft['remarks'][string], index: number): Fault | null {
  if (index >= mostRemarks) return 'tooManyRemarks'
  if (cleaned(text).length > longestRemark) return 'remarkTooLong'
  return audience ? null : 'audience'
}
