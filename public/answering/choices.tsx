import type { Option } from './options.ts'

interface ChoicesProps {
  field: string
  legend: string
  hint?: string
  options: Option[]
  chosen: string | undefined
  /** Side by side, for the short options of a grid. */
  compact?: boolean
  onChoose: (field: string, choice: string) => void
}

export function Choices({ field, legend, hint, options, chosen, compact, onChoose }: ChoicesProps) {
  const hintId = hint && `${field}-hint`
  return (
    <fieldset class={compact ? 'choices compact' : 'choices'} aria-describedby={hintId}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      <div>
        {options.map(({ value, label }) => (
          <label key={value} class={value === chosen ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name={field}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(field, value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
