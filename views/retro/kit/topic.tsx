import { Fault, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { useCard, type Card, type Topic } from './proposed.ts'

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

const cardLines = ['text', 'figure', 'question'] as const

interface CardLineProps extends FormProps {
  line: keyof Card
  number: number
  proposed: string
}

/** Looks like what is read on the card until somebody changes it. */
function CardLine({ line, number, proposed, typed, faults }: CardLineProps) {
  const text = useMessages().kit
  const name = `${line}.${number}`
  return (
    <>
      <label class="unseen" for={name}>
        {text.card[line]}
      </label>
      <textarea
        id={name}
        name={name}
        class={line}
        rows={line === 'figure' ? 1 : 2}
        aria-invalid={faults[name] ? 'true' : undefined}
        aria-describedby={faults[name] ? `${name}-fault` : undefined}
      >
        {typedText(typed, name, proposed)}
      </textarea>
    </>
  )
}

interface StepProps {
  to: string
  step: 'up' | 'down'
  label: string
  /** Whether there is no place further that way; the button stays, since it may have the focus. */
  end: boolean
  pressed: 'up' | 'down' | null
}

function Step({ to, step, label, end, pressed }: StepProps) {
  return (
    <button
      class="quiet small"
      formaction={to}
      data-step={step}
      aria-label={label}
      aria-disabled={end ? 'true' : 'false'}
      autofocus={pressed === step}
    >
      {step === 'up' ? '↑' : '↓'}
    </button>
  )
}

/** The group whose answers these are, where the team is too small to be shown by itself. */
function pooledOf(topic: Topic): string | null {
  const series =
    topic.rule === 'change' ? topic.change.series : topic.rule === 'work' ? topic.work.series : topic.series
  return series.points.at(-1)?.pooledAs ?? null
}
