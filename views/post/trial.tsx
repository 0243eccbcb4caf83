import { LetterBody, type LetterProps } from './parts.tsx'

const textOf = ({ speech }: LetterProps) => speech.t.post.trial

/** What an administrator sends to themselves. */
export const TrialLetter = {
  subject: (props: LetterProps) => textOf(props).subject(props.organisation),
  text: (props: LetterProps) => `${textOf(props).text}\n`,
  html: (props: LetterProps) => (
    <LetterBody letter={props}>
      <p>{textOf(props).text}</p>
    </LetterBody>
  ),
}
