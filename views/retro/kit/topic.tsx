import type { Change, Interval, Series } from '../../insights/figures.ts'
import { useName } from '../../insights/name.ts'
import { Fault, typedText, type FormProps } from '../../parts/field.tsx'
import { useMonth } from '../../parts/time.tsx'
import { useMessages, useWording } from '../../setting.ts'

interface Found {
  question: string
  side: 'better' | 'worse' | null
}

export type Topic = Found &
  (
    | { rule: 'change'; change: Change }
    | { rule: 'split'; series: Series; favourable: number; unfavourable: number; n: number }
    | {
        rule: 'work'
        work: { row: string; series: Series; hurt: Interval; n: number }
      }
    | { rule: 'neighbours'; series: Series; own: Interval; theirs: Interval }
  )

interface TopicFieldsProps extends FormProps {
  topic: Topic
  /** From 0, in the order proposed. */
  n: number
  of: number
  /** What the team's neighbours are called. */
  around: string
}

/** A topic as it will stand on its card, to be taken, reworded and put into its place. */
export function TopicFields({ topic, n, of, around, typed, faults }: TopicFieldsProps) {
  const text = useMessages().kit
  const figure = useFigure(topic, around)
  const isTaken = typed['round'] === undefined || [typed['topic']].flat().includes(String(n))
  const name = `text.${n}`
  const pooledAs = pooledOf(topic)
  return (
    <fieldset class="topic-choice">
      <legend class="unseen">{figure}</legend>
      <div class="check">
        <input type="checkbox" id={`topic-${n}`} name="topic" value={n} checked={isTaken} />
        <label for={`topic-${n}`}>{figure}</label>
        <p class="hint">
          {text.why} {text.rules[topic.rule]} {pooledAs && text.pooled(pooledAs)}
        </p>
      </div>
      <input type="hidden" name={`side.${n}`} value={topic.side ?? ''} />
      <div class={faults[name] ? 'field faulty' : 'field'}>
        <label for={name}>{text.text}</label>
        <Fault name={name} fault={faults[name]} />
        <textarea
          id={name}
          name={name}
          rows={4}
          aria-invalid={faults[name] ? 'true' : undefined}
          aria-describedby={faults[name] ? `${name}-fault` : undefined}
        >
          {typedText(typed, name, `${figure}\n${text.question(topic.question, topic.rule)}`)}
        </textarea>
      </div>
      <div class="place">
        <label for={`place.${n}`}>{text.place}</label>
        <select id={`place.${n}`} name={`place.${n}`}>
          {Array.from({ length: of }, (_, at) => String(at + 1)).map((place) => (
            <option value={place} selected={typedText(typed, `place.${n}`, String(n + 1)) === place}>
              {place}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  )
}

function useFigure(topic: Topic, around: string): string {
  const said = useWording()
  const { kit, insights } = useMessages()
  const month = useMonth()
  const nameOf = useName()
  switch (topic.rule) {
    case 'change': {
      const { series, lasting } = topic.change
      const { word, from, to, sinceMonth } = lasting
      return nameOf(series) + insights.sentences.change({ word, from, to, since: month(sinceMonth) })
    }
    case 'split':
      return kit.figures.split(nameOf(topic.series), topic.favourable, topic.unfavourable, topic.n)
    case 'work': {
      const { row, series, hurt, n } = topic.work
      return kit.figures.work(said(series.question.text).rows?.[row] ?? row, hurt, n)
    }
    case 'neighbours': {
      const { series, own, theirs } = topic
      return kit.figures.neighbours({ name: nameOf(series), own, theirs, around })
    }
  }
}

/** The group whose answers these are, where the team is too small to be shown by itself. */
function pooledOf(topic: Topic): string | null {
  const series =
    topic.rule === 'change' ? topic.change.series : topic.rule === 'work' ? topic.work.series : topic.series
  return series.points.at(-1)?.pooledAs ?? null
}
