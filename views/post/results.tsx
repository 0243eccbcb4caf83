import { InWords } from '../insights/in-words.tsx'
import { asText, plainly, said, type Said, type Sentence } from '../insights/said.ts'
import { dayOf } from '../speech.ts'
import { LetterBody, LetterButton, LetterSettings, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  name: string | null
  round: string
  isPublished: boolean
  threshold: number
  /** Whose results it tells of. */
  team: string
  /** None where the organisation keeps figures out of mails. */
  sentences: Sentence[]
  decided: { text: string; owner: string | null; due: string }[]
  link: string
  /** The retro kit, for who facilitates the team. */
  kit: string | null
  settings: string
}

const textOf = ({ speech }: Props) => speech.t.post.results

export const ResultsLetter = {
  subject: (props: Props) =>
    props.isPublished
      ? textOf(props).subject(props.team, props.round)
      : textOf(props).subjectNothing(props.organisation, props.round),
  text: (props: Props) => {
    const { speech, link, kit, settings } = props
    const text = textOf(props)
    return (
      [
        speech.t.post.invitation.greeting(props.name),
        ...told(props).map(asText),
        ...(props.decided.length > 0
          ? [[text.decided, ...decided(props).map((one) => `- ${one}`)].join('\n')]
          : []),
        ...(props.isPublished ? [`${text.button}: ${link}`] : []),
        ...(kit ? [`${text.kit}: ${kit}`] : []),
        text.same,
        `${speech.t.post.noMore}: ${settings}`,
      ].join('\n\n') + '\n'
    )
  },
  html: (props: Props) => {
    const { speech, link, kit } = props
    const text = textOf(props)
    return (
      <LetterBody letter={props}>
        <p>{speech.t.post.invitation.greeting(props.name)}</p>
        {told(props).map((one) => (
          <p>
            <InWords said={one} />
          </p>
        ))}
        {props.decided.length > 0 && (
          <>
            <p>{text.decided}</p>
            <ul>
              {decided(props).map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </>
        )}
        {props.isPublished && (
          <LetterButton href={link} letter={props}>
            {text.button}
          </LetterButton>
        )}
        {kit && (
          <p>
            <a href={kit}>{text.kit}</a>
          </p>
        )}
        <p>{text.same}</p>
        <LetterSettings href={props.settings} speech={speech} />
      </LetterBody>
    )
  },
}

function told(props: Props): Said[] {
  const text = textOf(props)
  if (!props.isPublished) return [plainly(text.nothing(props.round, props.threshold))]
  const sentences = props.sentences.map((sentence) => said(sentence, props.speech))
  if (sentences.length === 0) return [plainly(text.only(props.round))]
  return [plainly(text.lead(props.team, props.round)), ...sentences]
}

const decided = (props: Props): string[] =>
  props.decided.map(({ text, owner, due }) => textOf(props).action(text, owner, dayOf(due, props.speech)))
