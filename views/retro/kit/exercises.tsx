import { typedText, type Typed } from '../../parts/field.tsx'
import { useName } from '../../insights/name.ts'
import type { Series } from '../../insights/figures.ts'
import { useMessages } from '../../setting.ts'
import type { Messages } from '../../messages/catalogues.ts'

type ExerciseId = keyof Messages['exercises']['all']

export interface Fitting {
  id: ExerciseId
  /** The question it fits. */
  name: Series | null
}

/** What a team can do instead of an open board: two that fit, and the others on demand. */
export function Exercises({ fitting, typed }: { fitting: Fitting[]; typed: Typed }) {
  const text = useMessages().exercises
  const nameOf = useName()
  const because = (series: Series) =>
    series.row === null ? text.because(nameOf(series)) : text.becauseOfWork
  const chosen = typedText(typed, 'exercise')
  const proposed = new Set(fitting.map(({ id }) => id))
  const others = (Object.keys(text.all) as ExerciseId[]).filter((id) => !proposed.has(id))
  return (
    <fieldset class="exercises">
      <legend>{text.title}</legend>
      <p class="hint">{text.lead}</p>
      <label class="check">
        <input type="radio" name="exercise" value="" checked={chosen === ''} /> {text.none}
      </label>
      {fitting.map(({ id, name }) => (
        <Exercise id={id} because={name && because(name)} chosen={chosen === id} />
      ))}
      <details open={others.some((id) => id === chosen)}>
        <summary>{text.others}</summary>
        {others.map((id) => (
          <Exercise id={id} because={null} chosen={chosen === id} />
        ))}
      </details>
    </fieldset>
  )
}

function Exercise({ id, because, chosen }: { id: ExerciseId; because: string | null; chosen: boolean }) {
  const { minutes, all } = useMessages().exercises
  const { title, purpose, steps, minutes: long } = all[id]
  return (
    <div class="exercise">
      <label class="check">
        <input type="radio" name="exercise" value={id} checked={chosen} />
        <span>
          <strong>{title}</strong> <small>{minutes(long)}</small>
        </span>
      </label>
      <p>
        {purpose} {because}
      </p>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </div>
  )
}
