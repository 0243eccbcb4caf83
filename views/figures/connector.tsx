import { Page } from '../layout.tsx'
import { AreaField, Field, FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import type { Vendor } from './connectors.tsx'

interface ConnectorProps extends FormProps {
  vendor: Vendor
  connected: boolean
}

/** How a vendor is connected; its token is never given back. */
export function ConnectorPage({ vendor, connected, typed, faults }: ConnectorProps) {
  const t = useMessages()
  const { forms } = t.figures.connectors
  const text = forms.vendors[vendor]
  const field = (name: string) => ({ name, fault: faults[name], value: typedText(typed, name) })
  return (
    <Page title={forms.title(t.figures.sources[vendor])}>
      <p class="lead">{text.lead}</p>
      <FormFaults faults={faults} />
      <form method="post" action={`/figures/connectors/${vendor}`}>
        {text.organisation && <TextField {...field('organisation')} label={text.organisation} required />}
        {text.teams && (
          <AreaField
            {...field('teams')}
            label={text.teams}
            hint={text.teamsHint}
            rows={6}
            maxLength={20_000}
          />
        )}
        <Token {...{ vendor, connected, fault: faults['token'] }} />
        <TextField {...field('address')} label={text.address} hint={text.addressHint} required />
        <p class="hint">
          {forms.hosts} <a href="/chat">{forms.hostsPage}</a>.
        </p>
        <div class="actions">
          <button>{connected ? forms.save : forms.submit}</button>
          <a href="/figures/connectors">{t.actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}

interface TokenProps extends Pick<ConnectorProps, 'vendor' | 'connected'> {
  fault: FormProps['faults'][string] | undefined
}

function Token({ vendor, connected, fault }: TokenProps) {
  const { forms } = useMessages().figures.connectors
  const { token, tokenHint } = forms.vendors[vendor]
  const hint = [tokenHint, connected ? forms.kept : forms.sealed].join(' ')
  return (
    <Field name="token" label={token} hint={hint} fault={fault} optional={connected}>
      <input
        type="password"
        id="token"
        name="token"
        autocomplete="off"
        aria-describedby={fault ? 'token-hint token-fault' : 'token-hint'}
        aria-invalid={fault ? 'true' : undefined}
        required={!connected}
      />
    </Field>
  )
}
