import { momentOf } from '../speech.ts'
import { LetterBody, LetterButton, LetterSettings, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  round: string
  closes: Date
  /** How many there are in the round. */
  reminders: number
  name: string | null
  link: string
  /** Where reminders are switched off. */
  settings: string
}

/** The same for everybody: it knows of nobody whether they have answered. */
export const ReminderLetter = {
  subject: ({ speech, organisation, round }: Props) => speech.t.post.reminder.subject(organisation, round),
  text: (props: Props) => {
    const { invitation, noMore } = props.speech.t.post
    const [greeting, thanks, lead, personal, only] = paragraphs(props)
    return (
      [
        greeting,
        thanks,
        lead,
        `${invitation.button}: ${props.link}`,
        personal,
        only,
        `${noMore}: ${props.settings}`,
      ].join('\n\n') + '\n'
    )
  },
  html: (props: Props) => {
    const [greeting, thanks, lead, personal, only] = paragraphs(props)
    return (
      <LetterBody letter={props}>
        <p>{greeting}</p>
        <p>{thanks}</p>
        <p>{lead}</p>
        <LetterButton href={props.link} letter={props}>
          {props.speech.t.post.invitation.button}
        </LetterButton>
        <p>{personal}</p>
        <p>{only}</p>
        <LetterSettings href={props.settings} speech={props.speech} />
      </LetterBody>
    )
  },
}

function paragraphs({ speech, name, round, closes, reminders }: Props) {
  const { invitation, reminder } = speech.t.post
  return [
    invitation.greeting(name),
    reminder.thanks,
    reminder.lead(round, momentOf(closes, speech)),
    invitation.personal,
    reminder.ofRound(reminders),
  ] as const
}
