import { Page } from '../layout.tsx'
import { FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

export function OwnLinkPage({ typed, faults }: FormProps) {
  const text = useMessages().ownLink
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <FormFaults faults={faults} />
      <form method="post" action="/own-link">
        <TextField
          name="email"
          label={text.email}
          fault={faults.email}
          value={typedText(typed, 'email')}
          type="email"
          required
          autocomplete="email"
        />
        <p class="actions">
          <button>{text.submit}</button>
        </p>
      </form>
      <p class="hint">{text.same}</p>
    </Page>
  )
}

export function OwnLinkSentPage({ email }: { email: string }) {
  const text = useMessages().ownLink
  return (
    <Page title={text.sent}>
      <p class="lead">{text.sentText(email)}</p>
      <p>{text.sentHint}</p>
      <p>
        <a href="/own-link">{text.again}</a>
      </p>
    </Page>
  )
}
