import type { ComponentChildren } from 'preact'
import { useMonth } from '../parts/time.tsx'
import { useMessages, useWording } from '../setting.ts'
import { useName } from './name.ts'
import type { Change, Interval, Series } from './figures.ts'

interface WorkShare {
  row: string
  series: Pick<Series, 'question'>
  helped: Interval
  hurt: Interval
  n: number
}

export type Sentence =
  | { rule: 'change'; change: Change; adoption: { from: Interval; to: Interval } | null }
  | { rule: 'no change'; questions: number; steady: number }
  | { rule: 'latest'; changes: Change[]; month: string }
  | { rule: 'first month' }
  | { rule: 'work'; best: WorkShare; worst: WorkShare }

type Of<Rule extends Sentence['rule']> = Extract<Sentence, { rule: Rule }>

/** What a page says first; the rules that made the sentences say so themselves. */
export function Sentences({ sentences }: { sentences: Sentence[] }) {
  const { insights: text } = useMessages()
  const rules = [...new Set(sentences.map(({ rule }) => rule))]
  return (
    <section class="said">
      <p class="say">
        {sentences.map((sentence) => (
          <Said sentence={sentence} />
        ))}
      </p>
      {sentences.map((sentence) => sentence.rule === 'latest' && <Latest {...sentence} />)}
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

function Said({ sentence }: { sentence: Sentence }): ComponentChildren {
  const text = useMessages().insights.sentences
  switch (sentence.rule) {
    case 'change':
      return <Changed {...sentence} />
    case 'no change':
      return <>{text.noChange(sentence.questions, sentence.steady)} </>
    case 'first month':
      return <>{text.firstMonth} </>
    case 'work':
      return <Work {...sentence} />
    case 'latest':
      return null
  }
}

function Changed({ change: { series, lasting }, adoption }: Of<'change'>) {
  const text = useMessages().insights.sentences
  const month = useMonth()
  const { word, from, to, sinceMonth } = lasting
  return (
    <>
      <b>{useName()(series)}</b>
      {text.change({ word, from, to, since: month(sinceMonth) })}
      {adoption && text.adoption(adoption.from, adoption.to)}{' '}
    </>
  )
}

function Work({ best, worst }: Of<'work'>) {
  const text = useMessages().insights.sentences
  const said = useWording()
  const label = ({ row, series }: WorkShare) => said(series.question.text).rows?.[row] ?? row
  const { helped } = best
  const { hurt, n } = worst
  return <>{text.work({ best: label(best), helped, worst: label(worst), hurt, n })} </>
}

const mostNew = 3

function Latest({ changes, month }: Of<'latest'>) {
  const text = useMessages().insights.sentences
  const name = useName()
  const monthName = useMonth()
  const told = changes
    .slice(0, mostNew)
    .map(({ series, latest: { word, from, to } }) => text.new({ name: name(series), word, from, to }))
  return (
    <p class="sub">
      {text.latest(monthName(month))}
      {told.length === 0 ? text.nothingNew : told.join(', ') + text.mayBeChance}
    </p>
  )
}
