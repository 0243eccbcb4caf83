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

/** A sentence in words; its subject, where it has one, is written bold. */
export interface Said {
  before: string
  subject: string
  rest: string
}

/** On a page as in a mail. */
export function said(sentence: Sentence, speech: Speech): Said {
  const text = speech.t.insights.sentences
  switch (sentence.rule) {
    case 'change':
      return changed(sentence, speech)
    case 'no change':
      return plainly(text.noChange(sentence.questions, sentence.steady))
    case 'first month':
      return plainly(text.firstMonth)
    case 'work':
      return plainly(work(sentence, speech))
    case 'latest':
      return plainly(latest(sentence, speech))
  }
}

export const plainly = (rest: string): Said => ({ before: '', subject: '', rest })

/** Where nothing can be bold. */
export const asText = ({ before, subject, rest }: Said): string => before + subject + rest

function changed({ change: { series, points, lasting }, adoption }: Of<'change'>, speech: Speech): Said {
  const text = speech.t.insights.sentences
  const { word, from, to, sinceMonth, fromMonth } = lasting
  const now = points.at(-1)?.share ?? to
  const rest = text.change({ from, to, since: monthOf(sinceMonth, speech), now })
  return {
    before: text.say(word),
    subject: text.quoted(nameOf(series, speech)),
    rest: adoption ? rest + text.adoption({ ...adoption, since: monthOf(fromMonth, speech) }) : rest,
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
  const news = told.length === 0 ? text.nothingNew : `${told.join(', ')}.`
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
