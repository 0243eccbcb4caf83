import { en } from '../messages/en.ts'
import { LetterBody, LetterButton } from './parts.tsx'

interface Props {
  organisation: string
  link: string
  minutes: number
}

const text = en.post.signIn

export const SignInLetter = {
  subject: ({ organisation }: Props) => text.subject(organisation),
  text: ({ link, minutes }: Props) => [text.lead(minutes), link, text.ignore].join('\n\n') + '\n',
  html: ({ link, minutes }: Props) => (
    <LetterBody>
      <p>{text.lead(minutes)}</p>
      <LetterButton href={link}>{text.button}</LetterButton>
      <p>{text.ignore}</p>
    </LetterBody>
  ),
}
