import { en } from '../messages/en.ts'
import { LetterBody } from './parts.tsx'

interface Props {
  organisation: string
  round: string
}

const text = en.post.cancellation

export const CancellationLetter = {
  subject: ({ organisation, round }: Props) => text.subject(organisation, round),
  text: ({ round }: Props) => `${text.text(round)}\n`,
  html: ({ round }: Props) => (
    <LetterBody>
      <p>{text.text(round)}</p>
    </LetterBody>
  ),
}
