import { Page } from '../layout.tsx'
import { FormFaults, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { StartOver } from '../sample/removal.tsx'
import { useMessages, useSetting } from '../setting.ts'

export function SettingsPage({ zones, typed, faults }: FormProps & { zones: string[] }) {
  const t = useMessages()
  const { sample } = useSetting()
  const text = t.access.settings
  return (
    <Page title={text.title}>
      <FormFaults faults={faults} />
      <form method="post" action="/settings">
        <TextField
          name="name"
          label={text.name}
          fault={faults.name}
          value={typedText(typed, 'name')}
          required
        />
        <SelectField
          name="timeZone"
          label={text.timeZone}
          fault={faults.timeZone}
          value={typedText(typed, 'timeZone')}
          choices={zones.map((zone) => ({ value: zone, label: zone }))}
        />
        <div class="short">
          <TextField
            name="cardsKeptDays"
            label={text.cardsKeptDays}
            hint={text.cardsKeptDaysHint}
            fault={faults.cardsKeptDays}
            value={typedText(typed, 'cardsKeptDays')}
            type="number"
            min="1"
            max="730"
            required
          />
        </div>
        <button>{t.actions.save}</button>
      </form>
      {sample && <StartOver />}
    </Page>
  )
}
