import { Fault, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import { asChoices } from './choices.ts'

export function Scale({ typed, faults }: FormProps) {
  const text = useMessages().rounds.questions
  const levels = [typed.levels ?? []].flat()
  const fault = Object.entries(faults).find(([field]) => field.startsWith('levels'))?.[1]
  return (
    <>
      <TextField
        name="name"
        label={text.name}
        hint={text.nameHint}
        fault={faults.name}
        value={typedText(typed, 'name')}
        required
      />
      <fieldset>
        <legend>{text.levels}</legend>
        <Fault name="levels" fault={fault} />
        {[1, 2, 3, 4, 5].map((level) => (
          <p>
            <input
              name="levels"
              value={levels[level - 1] ?? ''}
              aria-label={text.level(level)}
              placeholder={text.level(level)}
              required
            />
          </p>
        ))}
      </fieldset>
      <SelectField
        name="banding"
        label={text.bands}
        fault={faults.banding}
        value={typedText(typed, 'banding')}
        choices={asChoices(text.bandChoices)}
      />
    </>
  )
}
