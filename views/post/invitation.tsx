import { momentOf } from '../speech.ts'
import { LetterBody, LetterButton, quiet, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  /** What the organisation says itself; empty where it leaves that to us. */
  introduction: string
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
        props.introduction || text.lead(props.organisation, props.round),
        text.effort,
        `${text.button}: ${props.link}`,
        `${text.personal} ${text.closes(closing(props))}`,
        text.whoTitle,
        promises(props)
          .map((line) => `- ${line}`)
          .join('\n'),
        `${text.fingerprint}\n${props.fingerprint}`,
      ].join('\n\n') + '\n'
    )
  },
  html: (props: Props) => {
    const text = textOf(props)
    return (
      <LetterBody letter={props}>
        <p>{text.greeting(props.name)}</p>
        {props.introduction ? (
          <Introduction said={props.introduction} />
        ) : (
          <p>{text.lead(props.organisation, props.round)}</p>
        )}
        <p>{text.effort}</p>
        <LetterButton href={props.link} letter={props}>
          {text.button}
        </LetterButton>
        <p>
          {text.personal} {text.closes(closing(props))}
        </p>
        <h2 style="font-size: 18px;">{text.whoTitle}</h2>
        <ul style="padding-left: 20px;">
          {promises(props).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p class="quiet" style={quiet}>
          {text.fingerprint}
          <br />
          <code style="overflow-wrap: anywhere;">{props.fingerprint}</code>
        </p>
      </LetterBody>
    )
  },
}

/** Set apart: what follows is promised by the product, and not by those who wrote this. */
function Introduction({ said }: { said: string }) {
  return (
    <div class="said" style="border-left: 3px solid #c9d2dc; padding-left: 14px;">
      {said.split(/\n{2,}/).map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, n) => (
            <>
              {n > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </div>
  )
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
