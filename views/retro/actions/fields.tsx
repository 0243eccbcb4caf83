import { SelectField, TextField, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages, useWording } from '../../setting.ts'

export interface ActionFieldsProps extends FormProps {
  owners: { name: string | null; email: string }[]
  /** The first day that can be chosen. */
  earliest: string
  questions: { id: string; text: { en: { question: string } } }[]
}

export function ActionFields({ owners, earliest, questions, typed, faults }: ActionFieldsProps) {
  const said = useWording()
  const text = useMessages().teamActions.form
  return (
    <>
      <TextField
        name="text"
        label={text.text}
        hint={text.textHint}
        fault={faults.text}
        value={typedText(typed, 'text')}
        required
      />
      <TextField
        name="owner"
        label={text.owner}
        hint={text.ownerHint}
        fault={faults.owner}
        value={typedText(typed, 'owner')}
        list="owners"
        autocomplete="off"
        required
      />
      <datalist id="owners">
        {owners.map(({ name, email }) => (
          <option value={name ?? email}>{email}</option>
        ))}
      </datalist>
      <div class="short">
        <TextField
          name="due"
          type="date"
          label={text.due}
          fault={faults.due}
          value={typedText(typed, 'due')}
          min={earliest}
          required
        />
      </div>
      <SelectField
        name="question"
        label={text.question}
        fault={faults.question}
        value={typedText(typed, 'question')}
        choices={[
          { value: '', label: text.noQuestion },
          ...questions.map((one) => ({ value: one.id, label: said(one.text).question })),
        ]}
        optional
      />
    </>
  )
}
