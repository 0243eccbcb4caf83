import { LetterBody, LetterSettings, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  round: string
  /** Where such letters are switched off. */
  settings: string
}

const textOf = ({ speech }: Props) => speech.t.post.cancellation

export const CancellationLetter = {
  subject: (props: Props) => textOf(props).subject(props.organisation, props.round),
  text: (props: Props) =>
    `${textOf(props).text(props.round)}\n\n${props.speech.t.post.noMore}: ${props.settings}\n`,
  html: (props: Props) => (
    <LetterBody letter={props}>
      <p>{textOf(props).text(props.round)}</p>
      <LetterSettings href={props.settings} speech={props.speech} />
    </LetterBody>
  ),
}
