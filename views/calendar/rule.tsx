import { useMessages, useSpeech, useWording } from '../setting.ts'
import { monthNameOf, monthOf, shortDayOf, weekdayOf, type Speech } from '../speech.ts'

export interface Rule {
  week: number
  weekday: number
  time: string
  openDays: number
  reminders: number[]
  withoutMonths: number[]
  quarterMonths: number[]
}

/** The rule as a sentence. */
export function RuleSentence({ rule, timeZone }: { rule: Rule; timeZone: string }) {
  const speech = useSpeech()
  const text = useMessages().calendar
  const { week, weekday, time, openDays, reminders, withoutMonths, quarterMonths } = rule
  const parts = [
    text.opens(text.weeks[week] ?? '', weekdayOf(weekday, speech), time, timeZone),
    text.openFor(openDays),
    ...(reminders.length > 0 ? [text.remindsBefore(reminders)] : [text.remindsNever]),
    ...(withoutMonths.length > 0 ? [text.notIn(namesOf(withoutMonths, speech))] : []),
    ...(quarterMonths.length > 0 ? [text.quarterIn(namesOf(quarterMonths, speech))] : []),
  ]
  return <p>{text.sentence(parts)}</p>
}

const namesOf = (months: number[], speech: Speech): string =>
  speech.t.list(months.map((month) => monthNameOf(month, speech)))

export interface Month {
  month: string
  opensAt: Date
  quarterly: boolean
  /** What rotates into the round, where that is told. */
  rotating?: Wordings[]
}

type Wordings = { text: { en: { question: string; name?: string } } }

/** The months to come, and what is asked in them besides. */
export function Ahead({ ahead }: { ahead: Month[] }) {
  const speech = useSpeech()
  const text = useMessages().calendar
  return (
    <ol class="ahead">
      {ahead.map(({ month, opensAt, quarterly, rotating = [] }) => (
        <li>
          <b>{shortDayOf(opensAt, speech)}</b> {monthOf(month, speech)}{' '}
          {quarterly && <small>{text.withQuarterly}</small>}
          {rotating.length > 0 && <Rotating questions={rotating} />}
        </li>
      ))}
    </ol>
  )
}

function Rotating({ questions }: { questions: Wordings[] }) {
  const said = useWording()
  const names = questions.map(({ text }) => said(text).name ?? said(text).question)
  return <p class="hint">{useMessages().calendar.rotating(names)}</p>
}
