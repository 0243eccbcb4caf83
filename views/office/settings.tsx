import { Page } from '../layout.tsx'
import { FormFaults, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { StartOver } from '../sample/removal.tsx'
import { useMessages, useSetting } from '../setting.ts'
import { Kept } from './kept.tsx'
import { Letters } from './letters.tsx'
import { Logo } from './logo.tsx'

interface SettingsProps extends FormProps {
  zones: string[]
  logo: boolean
  /** What mail is sent from. */
  address: string
}

export function SettingsPage({ zones, logo, address, typed, faults }: SettingsProps) {
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
        <Letters address={address} typed={typed} faults={faults} />
        <Kept typed={typed} faults={faults} />
        <p class="actions">
          <button>{t.actions.save}</button>
          <Preview />
        </p>
      </form>
      <Logo logo={logo} fault={faults.logo} />
      {sample && <StartOver />}
    </Page>
  )
}

/** Of what is typed, saved or not. */
function Preview() {
  const text = useMessages().access.settings
  const there = { formaction: '/settings/preview', formtarget: '_blank', formnovalidate: true }
  return (
    <>
      <button class="quiet" {...there}>
        {text.preview}
      </button>
      <button class="quiet" {...there} name="as" value="text">
        {text.previewText}
      </button>
    </>
  )
}
