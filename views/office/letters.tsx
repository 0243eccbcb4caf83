import { AreaField, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages, useSetting } from '../setting.ts'

/** How mail looks and what it says. */
export function Letters({ address, typed, faults }: FormProps & { address: string }) {
  const t = useMessages()
  const text = t.access.settings
  const { organisation } = useSetting()
  return (
    <>
      <h2>{text.mail}</h2>
      <p>{text.mailLead(t.post.from(organisation ?? ''), address)}</p>
      <div class="short">
        <TextField
          name="accent"
          label={text.accent}
          hint={text.accentHint}
          fault={faults.accent}
          value={typedText(typed, 'accent')}
          type="color"
        />
      </div>
      <SelectField
        name="mailFigures"
        label={text.mailFigures}
        hint={text.mailFiguresHint}
        fault={faults.mailFigures}
        value={typedText(typed, 'mailFigures')}
        choices={[
          { value: 'yes', label: text.withFigures },
          { value: 'no', label: text.withoutFigures },
        ]}
      />
      <AreaField
        name="introduction"
        label={text.introduction}
        hint={text.introductionHint}
        fault={faults.introduction}
        value={typedText(typed, 'introduction')}
        rows={6}
        maxLength={600}
        optional
      />
    </>
  )
}
