import { monthOf, wordingOf, type Speech } from '../speech.ts'
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

/** A sentence in words, on a page as in a mail; its subject, where it has one, stands before the rest. */
export function said(sentence: Sentence, speech: Speech): { subject: string; rest: string } {
  const text = speech.t.insights.sentences
  switch (sentence.rule) {
    case 'change':
      return changed(sentence, speech)
    case 'no change':
      return { subject: '', rest: text.noChange(sentence.questions, sentence.steady) }
    case 'first month':
      return { subject: '', rest: text.firstMonth }
    case 'work':
      return { subject: '', rest: work(sentence, speech) }
    case 'latest':
      return { subject: '', rest: latest(sentence, speech) }
  }
}

function changed({ change: { series, lasting }, adoption }: Of<'change'>, speech: Speech) {
  const text = speech.t.insights.sentences
  const { word, from, to, sinceMonth } = lasting
  const rest = text.change({ word, from, to, since: monthOf(sinceMonth, speech) })
  return {
    subject: nameOf(series, speech),
    rest: adoption ? rest + text.adoption(adoption.from, adoption.to) : rest,
  }
}

function work({ best, worst }: Of<'work'>, speech: Speech): string {
  const label = ({ row, series }: WorkShare) => wordingOf(series.question.text, speech).rows?.[row] ?? row
  const { helped } = best
  const { hurt, n } = worst
  return speech.t.insights.sentences.work({ best: label(best), helped, worst: label(worst), hurt, n })
}

const mostNew = 3

function latest({ changes, month }: Of<'latest'>, speech: Speech): string {
  const text = speech.t.insights.sentences
  const told = changes
    .slice(0, mostNew)
    .map(({ series, latest: { word, from, to } }) =>
      text.new({ name: nameOf(series, speech), word, from, to }),
    )
  const news = told.length === 0 ? text.nothingNew : told.join(', ') + text.mayBeChance
  return text.latest(monthOf(month, speech)) + news
}

/** What a question is called wherever its answers are shown: by its good end, as the questionnaire names it. */
export function nameOf({ question }: Named, speech: Speech): string {
  const { name, question: wording } = wordingOf(question.text, speech)
  return name ?? wording
}

export interface Named {
  question: { text: { en: { question: string; name?: string } } }
}
