import type { Messages } from '../messages/catalogues.ts'
import { useMonth } from '../parts/time.tsx'
import { useMessages, useWording } from '../setting.ts'
import type { Change, DeliveryFigure, Interval, MeasureName, Series } from './figures.ts'

interface WorkShare {
  row: string
  series: Pick<Series, 'question'>
  helped: Interval
  hurt: Interval
  n: number
}

export type Sentence =
  | { rule: 'response'; ballots: number; invited: number; month: string }
  | { rule: 'change'; change: Change; adoption: { from: Interval; to: Interval } | null }
  | { rule: 'no change'; questions: number; steady: number }
  | { rule: 'delivery'; from: DeliveryFigure; to: DeliveryFigure }
  | { rule: 'work'; best: WorkShare; worst: WorkShare }

interface SentencesProps {
  sentences: Sentence[]
  measures: MeasureName[]
}

/** What a page says first; the rules that made the sentences say so themselves. */
export function Sentences({ sentences, measures }: SentencesProps) {
  const { insights: text } = useMessages()
  const month = useMonth()
  const rules = [...new Set(sentences.map(({ rule }) => rule))]
  return (
    <section class="said">
      {sentences.map((sentence) => (
        <p>{wording(text, sentence, measures, month)}</p>
      ))}
      <details>
        <summary>{text.whyThis}</summary>
        <ul class="plain">
          {rules.map((rule) => (
            <li>{text.rules[rule]}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function wording(
  text: Messages['insights'],
  sentence: Sentence,
  measures: MeasureName[],
  month: (month: string) => string,
): string {
  const said = useWording()
  switch (sentence.rule) {
    case 'response':
      return text.sentences.response(sentence.ballots, sentence.invited, month(sentence.month))
    case 'change':
      return (
        changed(text, sentence.change, month) +
        (sentence.adoption ? text.sentences.adoption(sentence.adoption.from, sentence.adoption.to) : '')
      )
    case 'no change':
      return text.sentences.noChange(sentence.questions, sentence.steady)
    case 'delivery': {
      const { from, to } = sentence
      const { label, unit } = measures.find(({ id }) => id === to.measure) ?? { label: to.measure, unit: '' }
      const months = { fromMonth: month(from.month), toMonth: month(to.month) }
      return text.sentences.delivery({ name: label, unit, from: from.value, to: to.value, ...months })
    }
    case 'work': {
      const { best, worst } = sentence
      const label = ({ row, series }: WorkShare) => said(series.question.text).rows?.[row] ?? row
      const { helped } = best
      const { hurt, n } = worst
      return text.sentences.work({ best: label(best), helped, worst: label(worst), hurt, n })
    }
  }
}

function changed(text: Messages['insights'], change: Change, month: (month: string) => string): string {
  const said = useWording()
  const { series, from, to, verdict } = change
  const { id } = series.question
  return text.sentences.change({
    id,
    name: text.name(id, said(series.question.text).question),
    told: text.told(id, series.band),
    from: from.share,
    to: to.share,
    rising: verdict.verdict === 'rising',
    since: month(from.month),
    month: month(to.month),
    n: to.sum.n,
  })
}
