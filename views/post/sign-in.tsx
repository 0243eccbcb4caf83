import { LetterBody, LetterButton, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  link: string
  minutes: number
}

const textOf = ({ speech }: Props) => speech.t.post.signIn

export const SignInLetter = {
  subject: (props: Props) => textOf(props).subject(props.organisation),
  text: (props: Props) => {
    const text = textOf(props)
    return [text.lead(props.minutes), props.link, text.ignore].join('\n\n') + '\n'
  },
  html: (props: Props) => {
    const text = textOf(props)
    return (
      <LetterBody letter={props}>
        <p>{text.lead(props.minutes)}</p>
        <LetterButton href={props.link} letter={props}>
          {text.button}
        </LetterButton>
        <p>{text.ignore}</p>
      </LetterBody>
    )
  },
}
