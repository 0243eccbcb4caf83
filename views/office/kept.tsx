import { TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

const kept = [
  { name: 'remarksKeptMonths', max: '120' },
  { name: 'cardsKeptDays', max: '730' },
  { name: 'logKeptMonths', max: '120' },
  { name: 'lettersKeptDays', max: '365' },
] as const

/** How long what is no figure stays. */
export function Kept({ typed, faults }: FormProps) {
  const text = useMessages().access.settings
  return (
    <>
      <h2>{text.kept}</h2>
      <div class="short">
        {kept.map(({ name, max }) => (
          <TextField
            name={name}
            label={text[name]}
            hint={text.keptHints[name]}
            fault={faults[name]}
            value={typedText(typed, name)}
            type="number"
            min="1"
            max={max}
            required
          />
        ))}
      </div>
    </>
  )
}
