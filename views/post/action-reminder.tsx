import { en } from '../messages/en.ts'
import { formatDay } from '../parts/day.tsx'
import { LetterBody, LetterButton, LetterSettings } from './parts.tsx'

interface Props {
  organisation: string
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

const text = en.post.actionReminder

export const ActionReminderLetter = {
  subject: (props: Props) => text.subject(props.text, when(props)),
  text: (props: Props) =>
    [
      en.post.invitation.greeting(props.name),
      text.lead(props.team),
      `“${props.text}”`,
      text.due(when(props)),
      `${text.button}: ${props.link}`,
      text.after,
      `${en.post.reminderSettings} ${props.settings}`,
    ].join('\n\n') + '\n',
  html: (props: Props) => (
    <LetterBody>
      <p>{en.post.invitation.greeting(props.name)}</p>
      <p>{text.lead(props.team)}</p>
      <blockquote>{props.text}</blockquote>
      <p>{text.due(when(props))}</p>
      <LetterButton href={props.link}>{text.button}</LetterButton>
      <p>{text.after}</p>
      <LetterSettings href={props.settings} />
    </LetterBody>
  ),
}

function when({ due, today }: Props): string {
  if (due === today) return text.today
  return due < today ? text.since(formatDay(due, 'en')) : text.on(formatDay(due, 'en'))
}
