import { Page } from '../layout.tsx'
import { AreaField, FormFaults, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { StartOver } from '../sample/removal.tsx'
import { useMessages, useSetting } from '../setting.ts'
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
        <Mail address={address} typed={typed} faults={faults} />
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

function Mail({ address, typed, faults }: FormProps & { address: string }) {
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

const kept = [
  { name: 'remarksKeptMonths', max: '120' },
  { name: 'cardsKeptDays', max: '730' },
  { name: 'logKeptMonths', max: '120' },
  { name: 'lettersKeptDays', max: '365' },
] as const

/** How long what is no figure stays. */
function Kept({ typed, faults }: FormProps) {
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
