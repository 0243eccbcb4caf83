import { SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

/** What a measure of one's own is made of. */
export function MeasureFields({ typed, faults }: FormProps) {
  const { figures } = useMessages()
  const text = figures.register
  const asChoices = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
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
      <SelectField
        name="unit"
        label={text.unit}
        hint={text.unitHint}
        fault={faults.unit}
        value={typedText(typed, 'unit')}
        choices={asChoices({ ...figures.units, count: text.number })}
      />
      <SelectField
        name="better"
        label={text.better}
        fault={faults.better}
        value={typedText(typed, 'better')}
        choices={asChoices(text.betters)}
      />
      <SelectField
        name="level"
        label={text.level}
        fault={faults.level}
        value={typedText(typed, 'level')}
        choices={asChoices(text.levels)}
      />
    </>
  )
}
