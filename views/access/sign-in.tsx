import { Page } from '../layout.tsx'
import { FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

export function SignInPage({ typed, faults }: FormProps) {
  const text = useMessages().access.signIn
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <FormFaults faults={faults} />
      <AddressForm typed={typed} faults={faults} />
      <p class="hint">
        {text.answering} <a href="/own-link">{text.ownLink}</a>
      </p>
    </Page>
  )
}

/** The address to which a link is sent. */
export function AddressForm({ typed, faults }: FormProps) {
  const text = useMessages().access.signIn
  return (
    <form method="post" action="/sign-in">
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
  )
}

export function LinkSentPage({ email, minutes }: { email: string; minutes: number }) {
  const text = useMessages().access.signIn
  return (
    <Page title={text.sent}>
      <p class="lead">{text.sentText(email, minutes)}</p>
      <p>{text.sentHint}</p>
      <p>
        <a href="/sign-in">{text.again}</a>
      </p>
    </Page>
  )
}
