import { en } from '../messages/en.ts'
import { formatMoment } from '../parts/time.tsx'
import { LetterBody, LetterButton, LetterSettings } from './parts.tsx'

interface Props {
  organisation: string
  timeZone: string
  round: string
  closes: Date
  name: string | null
  link: string
  /** Where reminders are switched off. */
  settings: string
}

const { greeting } = en.post.invitation
const text = en.post.reminder

/** The same for everybody: it knows of nobody whether they have answered. */
export const ReminderLetter = {
  subject: ({ organisation, round }: Props) => text.subject(organisation, round),
  text: (props: Props) =>
    [
      greeting(props.name),
      text.thanks,
      text.lead(props.round, closing(props)),
      `${en.post.invitation.button}: ${props.link}`,
      en.post.invitation.personal,
      text.only,
      `${en.post.reminderSettings} ${props.settings}`,
    ].join('\n\n') + '\n',
  html: (props: Props) => (
    <LetterBody>
      <p>{greeting(props.name)}</p>
      <p>{text.thanks}</p>
      <p>{text.lead(props.round, closing(props))}</p>
      <LetterButton href={props.link}>{en.post.invitation.button}</LetterButton>
      <p>{en.post.invitation.personal}</p>
      <p>{text.only}</p>
      <LetterSettings href={props.settings} />
    </LetterBody>
  ),
}

const closing = ({ closes, timeZone }: Props) => formatMoment(closes, 'en', timeZone)
