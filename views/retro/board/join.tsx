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
  return (
    <>
      <button type="button" class="join" popovertarget="join-large" aria-keyshortcuts="j">
        <span>
          <span class="unseen">{text.show}: </span>
          {placeOf(address)} <b>{spellOut(code)}</b>
        </span>
        <Qr content={`${address}/${code}`} />
      </button>
      <div id="join-large" popover="auto" hx-morph-skip>
        <WayIn code={code} address={address} />
      </div>
    </>
  )
}

/** Large: what a phone is held up to, and what is typed where there is no camera. */
export function WayIn({ code, address }: JoinProps) {
  const text = useMessages().board.join
  return (
    <div class="way-in">
      <Qr content={`${address}/${code}`} label={text.qr(code)} />
      <p>
        {text.at} <strong>{placeOf(address)}</strong> {text.with}{' '}
        <strong class="code">{spellOut(code)}</strong>
      </p>
    </div>
  )
}

const placeOf = (address: string): string => address.replace(/^https?:\/\//, '')
const spellOut = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
