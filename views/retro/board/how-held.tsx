import { SelectField, TextField, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'

/** What a retro begins with, and whether people meet: wherever it is started from. */
export function HowHeld({ typed, faults }: FormProps) {
  const { list: text, checkIns } = useMessages().board
  return (
    <>
      <SelectField
        name="checkIn"
        label={text.checkIn}
        fault={faults.checkIn}
        value={typedText(typed, 'checkIn', 'energy')}
        choices={[
          ...Object.entries(checkIns).map(([value, { question }]) => ({ value, label: question })),
          { value: '', label: text.noCheckIn },
        ]}
      />
      <div class="short">
        <TextField
          name="daysEach"
          label={text.daysEach}
          hint={text.daysEachHint}
          fault={faults.daysEach}
          value={typedText(typed, 'daysEach')}
          type="number"
          min="1"
          max="14"
          optional
        />
      </div>
    </>
  )
}
