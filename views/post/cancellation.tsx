import type { Speech } from '../speech.ts'
import { LetterBody } from './parts.tsx'

interface Props {
  speech: Speech
  organisation: string
  round: string
}

const textOf = ({ speech }: Props) => speech.t.post.cancellation

export const CancellationLetter = {
  subject: (props: Props) => textOf(props).subject(props.organisation, props.round),
  text: (props: Props) => `${textOf(props).text(props.round)}\n`,
  html: (props: Props) => (
    <LetterBody speech={props.speech}>
      <p>{textOf(props).text(props.round)}</p>
    </LetterBody>
  ),
}
