import { momentOf, type Speech } from '../speech.ts'
import { LetterBody, LetterButton } from './parts.tsx'

interface Props {
  speech: Speech
  organisation: string
  round: string
  closes: Date
  threshold: number
  fingerprint: string
  name: string | null
  unit: string
  size: number
  /** Names of the teams in the unit; more than one when it was pooled. */
  teams: string[]
  link: string
}

const textOf = ({ speech }: Props) => speech.t.post.invitation

export const InvitationLetter = {
  subject: (props: Props) => textOf(props).subject(props.organisation, props.round),
  text: (props: Props) => {
    const text = textOf(props)
    return (
      [
        text.greeting(props.name),
        text.lead(props.organisation, props.round),
        `${text.button}: ${props.link}`,
        `${text.personal} ${text.closes(closing(props))}`,
        text.whoTitle,
        promises(props)
          .map((line) => `- ${line}`)
          .join('\n'),
        `${text.fingerprint}: ${props.fingerprint}\n${text.fingerprintHint}`,
      ].join('\n\n') + '\n'
    )
  },
  html: (props: Props) => {
    const text = textOf(props)
    return (
      <LetterBody speech={props.speech}>
        <p>{text.greeting(props.name)}</p>
        <p>{text.lead(props.organisation, props.round)}</p>
        <LetterButton href={props.link}>{text.button}</LetterButton>
        <p>
          {text.personal} {text.closes(closing(props))}
        </p>
        <h2 style="font-size: 18px;">{text.whoTitle}</h2>
        <ul>
          {promises(props).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p style="color: #566373;">
          {text.fingerprint}: <code>{props.fingerprint}</code>
          <br />
          {text.fingerprintHint}
        </p>
      </LetterBody>
    )
  },
}

const closing = ({ closes, speech }: Props) => momentOf(closes, speech)

function promises({ speech, unit, size, teams, threshold }: Props): string[] {
  const text = speech.t.post.invitation
  return [
    text.who(unit, size),
    ...(teams.length > 1 ? [text.pooled(speech.t.list(teams))] : []),
    text.threshold(threshold),
    text.same,
  ]
}
