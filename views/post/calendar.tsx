import { monthOf } from '../speech.ts'
import { LetterBody, LetterSettings, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  name: string | null
  /** YYYY-MM that is left out; null where all are, for a while. */
  month: string | null
  /** Why, as somebody wrote it. */
  word: string
  settings: string
}

/** There is no round for a while, and why. */
export const CalendarLetter = {
  subject: ({ speech, organisation, month }: Props) => {
    const { skipped, paused } = speech.t.post.calendar
    return month ? skipped.subject(organisation, monthOf(month, speech)) : paused.subject(organisation)
  },
  text: (props: Props) =>
    [...paragraphs(props), `${props.speech.t.post.noMore}: ${props.settings}`].join('\n\n') + '\n',
  html: (props: Props) => (
    <LetterBody letter={props}>
      {paragraphs(props).map((one) => (
        <p>{one}</p>
      ))}
      <LetterSettings href={props.settings} speech={props.speech} />
    </LetterBody>
  ),
}

function paragraphs({ speech, name, month, word }: Props): string[] {
  const { invitation, calendar } = speech.t.post
  const told = month ? calendar.skipped.text(monthOf(month, speech)) : calendar.paused.text
  return [invitation.greeting(name), told, word].filter((one) => one !== '')
}
