import { en } from '../messages/en.ts'
import { formatMoment } from '../parts/time.tsx'
import { LetterBody, LetterButton } from './parts.tsx'

interface Props {
  organisation: string
  timeZone: string
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

const text = en.post.invitation

export const InvitationLetter = {
  subject: ({ organisation, round }: Props) => text.subject(organisation, round),
  text: (props: Props) =>
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
    ].join('\n\n') + '\n',
  html: (props: Props) => (
    <LetterBody>
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
  ),
}

const closing = ({ closes, timeZone }: Props) => formatMoment(closes, 'en', timeZone)

const promises = ({ unit, size, teams, threshold }: Props): string[] => [
  text.who(unit, size),
  ...(teams.length > 1 ? [text.pooled(en.list(teams))] : []),
  text.threshold(threshold),
  text.same,
]
