import type { Question } from '#server/storage/schema/questions.ts'
import { rowField, type Audience, type Draft } from './draft.ts'

/** The plaintext of a ballot: docs/protocol.md, section 4. */
export interface Plaintext {
  answers: Record<string, number | string | null | Record<string, string | null>>
  attributes: Record<string, string>
  remarks: { question: string; text: string; audience: Audience }[]
}

export function plaintextOf({ choices, remarks }: Draft, questions: Question[]): Plaintext {
  const plaintext: Plaintext = { answers: {}, attributes: {}, remarks: [] }
  for (const question of questions) {
    const { id } = question
    const choice = choices[id]
    const remark = remarks[id]
    if (question.kind === 'scale') plaintext.answers[id] = choice ? Number(choice) : null
    if (question.kind === 'choice') plaintext.answers[id] = choice || null
    if (question.kind === 'grid')
      plaintext.answers[id] = Object.fromEntries(
        question.rows.map((row) => [row, choices[rowField(id, row)] || null]),
      )
    if (question.kind === 'attribute' && choice) plaintext.attributes[id] = choice
    if (question.kind === 'remark' && remark?.audience && cleaned(remark.text))
      plaintext.remarks.push({ question: id, text: cleaned(remark.text), audience: remark.audience })
  }
  return plaintext
}

/** A remark as it is sent: half characters would swell in JSON, and no control character but the newline is taken. */
export const cleaned = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
