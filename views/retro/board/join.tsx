import { Page } from '../../layout.tsx'
import { TextField, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { Qr } from './qr.tsx'

export function JoinPage({ typed, faults }: FormProps) {
  const text = useMessages().board.join
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <form method="post" action="/join" class="short">
        <TextField
          name="code"
          label={text.code}
          hint={text.codeHint}
          fault={faults.code}
          value={typedText(typed, 'code')}
          autocomplete="off"
          required
        />
        <button>{text.submit}</button>
      </form>
    </Page>
  )
}

export interface JoinProps {
  code: string
  /** Where the code is typed. */
  address: string
}

/** Always in sight, and large on demand: nobody in the back should have to ask. */
export function JoinBox({ code, address }: JoinProps) {
  const text = useMessages().board.join
  const spelt = `${code.slice(0, 4)}-${code.slice(4)}`
  const place = address.replace(/^https?:\/\//, '')
  const link = `${address}/${code}`
  return (
    <>
      <button type="button" class="join" popovertarget="join-large" aria-keyshortcuts="j">
        <span>
          <span class="unseen">{text.show}: </span>
          {place} <b>{spelt}</b>
        </span>
        <Qr content={link} />
      </button>
      <div id="join-large" popover="auto" hx-morph-skip>
        <Qr content={link} label={text.qr(code)} />
        <p>
          {text.at} <strong>{place}</strong> {text.with} <strong class="code">{spelt}</strong>
        </p>
      </div>
    </>
  )
}
