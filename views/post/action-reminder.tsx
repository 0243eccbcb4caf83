import { dayOf } from '../speech.ts'
import { LetterBody, LetterButton, LetterSettings, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  name: string | null
  team: string
  /** What was decided. */
  text: string
  /** Days, such as 2026-11-30. */
  due: string
  today: string
  link: string
  /** Where reminders are switched off. */
  settings: string
}

const textOf = ({ speech }: Props) => speech.t.post.actionReminder

export const ActionReminderLetter = {
  subject: (props: Props) => textOf(props).subject(props.text, when(props)),
  text: (props: Props) => {
    const { invitation, noMore } = props.speech.t.post
    const text = textOf(props)
    return (
      [
        invitation.greeting(props.name),
        text.lead(props.team),
        `“${props.text}”`,
        text.due(when(props)),
        `${text.button}: ${props.link}`,
        text.after,
        `${noMore}: ${props.settings}`,
      ].join('\n\n') + '\n'
    )
  },
  html: (props: Props) => {
    const text = textOf(props)
    return (
      <LetterBody letter={props}>
        <p>{props.speech.t.post.invitation.greeting(props.name)}</p>
        <p>{text.lead(props.team)}</p>
        <blockquote>{props.text}</blockquote>
        <p>{text.due(when(props))}</p>
        <LetterButton href={props.link} letter={props}>
          {text.button}
        </LetterButton>
        <p>{text.after}</p>
        <LetterSettings href={props.settings} speech={props.speech} />
      </LetterBody>
    )
  },
}

function when(props: Props): string {
  const { due, today, speech } = props
  const text = textOf(props)
  if (due === today) return text.today
  return due < today ? text.since(dayOf(due, speech)) : text.on(dayOf(due, speech))
}
