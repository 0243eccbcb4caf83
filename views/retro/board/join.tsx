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

/** Whether it is open is its reader's choice, so it is left alone; at the next stage it is another one. */
export function JoinBox({ code, address, open }: JoinProps & { open: boolean }) {
  const text = useMessages().board.join
  return (
    <details id={open ? 'join-open' : 'join'} class="join" open={open} hx-morph-skip>
      <summary>{text.show}</summary>
      <div class="joining">
        <Qr content={`${address}/${code}`} label={text.qr(code)} />
        <p>
          {text.at} <strong>{address.replace(/^https?:\/\//, '')}</strong> {text.with}{' '}
          <strong class="code">
            {code.slice(0, 4)}-{code.slice(4)}
          </strong>
        </p>
      </div>
    </details>
  )
}
