import type { Stage } from '../retro/board/props.ts'
import { clockOf, dateOf } from '../speech.ts'
import { LetterBody, LetterButton, LetterSettings, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  name: string | null
  team: string
  stage: Stage
  /** That a stage is open, that it ends soon, or, to whoever leads, that it is over. */
  news: 'open' | 'soon' | 'over'
  until: Date
  link: string
  /** Where reminders are switched off. */
  settings: string
}

const textOf = ({ speech }: Props) => speech.t.post.board

/** What is asked for now, and until when. */
function linesOf(props: Props): string[] {
  const { speech, stage, news, until } = props
  const text = textOf(props)
  const at = `${dateOf(until, speech)}, ${clockOf(until, speech)}`
  if (news === 'over') return [text.over(speech.t.board.stages[stage])]
  return [text.asks[stage], text.until(at), text.toEverybody]
}

export const BoardLetter = {
  subject: (props: Props) => textOf(props).subject[props.news](props.team),
  text: (props: Props) => {
    const { invitation, noMore } = props.speech.t.post
    const button = `${textOf(props).button[props.news]}: ${props.link}`
    const settings = `${noMore}: ${props.settings}`
    return [invitation.greeting(props.name), ...linesOf(props), button, settings].join('\n\n') + '\n'
  },
  html: (props: Props) => (
    <LetterBody letter={props}>
      <p>{props.speech.t.post.invitation.greeting(props.name)}</p>
      {linesOf(props).map((line) => (
        <p>{line}</p>
      ))}
      <LetterButton href={props.link} letter={props}>
        {textOf(props).button[props.news]}
      </LetterButton>
      <LetterSettings href={props.settings} speech={props.speech} />
    </LetterBody>
  ),
}
