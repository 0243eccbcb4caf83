import { Page } from '../layout.tsx'
import { FormFaults, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { SampleOffer } from '../sample/offer.tsx'
import { useMessages, useSetting } from '../setting.ts'

export function SetupPage({ zones, typed, faults }: FormProps & { zones: string[] }) {
  const t = useMessages()
  const { asset } = useSetting()
  const text = t.access.setup
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <FormFaults faults={faults} />
      <form method="post" action="/setup" id="setup">
        <TextField
          name="token"
          label={text.token}
          hint={text.tokenHint}
          fault={faults.token}
          value={typedText(typed, 'token')}
          required
          autocomplete="off"
        />
        <TextField
          name="organisation"
          label={text.organisation}
          hint={text.organisationHint}
          fault={faults.organisation}
          value={typedText(typed, 'organisation')}
          required
          autocomplete="organization"
        />
        <SelectField
          name="timeZone"
          label={text.timeZone}
          hint={text.timeZoneHint}
          fault={faults.timeZone}
          value={typedText(typed, 'timeZone', 'UTC')}
          choices={zones.map((zone) => ({ value: zone, label: zone }))}
        />
        <TextField
          name="name"
          label={text.name}
          fault={faults.name}
          value={typedText(typed, 'name')}
          optional
          autocomplete="name"
        />
        <TextField
          name="email"
          label={text.email}
          hint={text.emailHint}
          fault={faults.email}
          value={typedText(typed, 'email')}
          type="email"
          required
          autocomplete="email"
        />
        <button>{text.submit}</button>
      </form>
      <SampleOffer form="setup" />
      <script src={asset('token.js')} defer />
    </Page>
  )
}
