import { Page } from '../layout.tsx'
import { FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages, useSetting } from '../setting.ts'

/** Nobody could sign in to half a company, so whoever may set up may remove it. */
export function UnfinishedPage({ typed, faults }: FormProps) {
  const t = useMessages()
  const { asset } = useSetting()
  const text = t.sample.unfinished
  const { token, tokenHint } = t.access.setup
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <p>
        <a href="/setup">{text.again}</a>
      </p>
      <FormFaults faults={faults} />
      <form method="post" action="/setup/sample/removal">
        <TextField
          name="token"
          label={token}
          hint={tokenHint}
          fault={faults.token}
          value={typedText(typed, 'token')}
          required
          autocomplete="off"
        />
        <button class="danger">{text.submit}</button>
      </form>
      <script src={asset('token.js')} defer />
    </Page>
  )
}
