import { Fault, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { useCard, type Topic } from './proposed.ts'
import { cardLines, CardLine } from './card-line.tsx'
import { Step } from './step.tsx'

export interface Moved {
  topic: number
  direction: 'up' | 'down'
}

interface TopicFieldsProps extends FormProps {
  team: { id: string }
  topic: Topic
  /** From 0. */
  place: number
  of: number
  around: string
  moved: Moved | null
}

/** A topic as it will stand on its card, to be reworded, put into its place, or left out. */
export function TopicFields({ team, topic, place, of, around, moved, typed, faults }: TopicFieldsProps) {
  const text = useMessages().kit
  const card = useCard(topic, around)
  const { number } = topic
  const isTaken = typed['round'] === undefined || [typed['topic']].flat().includes(String(number))
  const pooledAs = pooledOf(topic)
  const moves = `/teams/${team.id}/kit/topics/${number}/moves`
  const step = moved?.topic === number ? moved.direction : null
  return (
    <fieldset class="topic-choice">
      <legend class="unseen">{`${card.text}: ${card.figure}`}</legend>
      <input type="hidden" name="order" value={number} />
      <input type="hidden" name={`side.${number}`} value={topic.side ?? ''} />
      <span class="grip" aria-hidden="true">
        ⠿
      </span>
      <div class="card-lines">
        <Fault name={`text.${number}`} fault={faults[`text.${number}`]} />
        {cardLines.map((line) => (
          <CardLine line={line} number={number} proposed={card[line]} typed={typed} faults={faults} />
        ))}
        <details>
          <summary>{text.why}</summary>
          <p class="hint">
            {text.rules[topic.rule]} {pooledAs && text.pooled(pooledAs)}
          </p>
        </details>
      </div>
      <div class="placing">
        <label>
          <input type="checkbox" name="topic" value={number} checked={isTaken} /> {text.take}
        </label>
        <Step to={`${moves}/up`} step="up" label={text.up(card.text)} end={place === 0} pressed={step} />
        <Step
          to={`${moves}/down`}
          step="down"
          label={text.down(card.text)}
          end={place === of - 1}
          pressed={step}
        />
      </div>
    </fieldset>
  )
}

/** The group whose answers these are, where the team is too small to be shown by itself. */
function pooledOf(topic: Topic): string | null {
  const series =
    topic.rule === 'change' ? topic.change.series : topic.rule === 'work' ? topic.work.series : topic.series
  return series.points.at(-1)?.pooledAs ?? null
}
