import type { Audience } from './draft.ts'
import { messages } from './messages.ts'

const text = messages.questions

interface AudienceChoiceProps {
  field: string
  unit: string
  chosen: Audience | undefined
  isMissing: boolean
  onChoose: (audience: Audience) => void
}

/** Nothing is picked beforehand: who reads a remark is its author's choice alone. */
export function AudienceChoice({ field, unit, chosen, isMissing, onChoose }: AudienceChoiceProps) {
  const audiences = [
    { value: 'team', label: text.team, hint: text.teamText(unit) },
    { value: 'organisation', label: text.organisation, hint: text.organisationText },
  ] as const
  return (
    <fieldset class="choices" role="radiogroup" aria-invalid={isMissing} aria-describedby={`${field}-fault`}>
      <legend>{text.audience}</legend>
      <p class="fault" id={`${field}-fault`}>
        {isMissing && text.faults.audience}
      </p>
      <div>
        {audiences.map(({ value, label, hint }) => (
          <label key={value} class={value === chosen ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name={field}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>
              {label}
              <small>{hint}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
