import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { TextField, typedText, type FormProps } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

export interface OwnToken {
  id: string
  name: string
  madeAt: Date
  /** YYYY-MM-DD */
  lastUsedOn: string | null
}

interface TokensProps extends FormProps {
  tokens: OwnToken[]
  /** The one just made, shown this once. */
  made: string | null
}

export function TokensPage({ tokens, made, typed, faults }: TokensProps) {
  const text = useMessages().access.tokens
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      {made && (
        <Notice kind="good" title={text.made}>
          <p>
            <code class="fingerprint">{made}</code>
          </p>
          <p>{text.madeText}</p>
        </Notice>
      )}
      <form method="post" action="/tokens">
        <TextField
          name="name"
          label={text.name}
          hint={text.nameHint}
          fault={faults.name}
          value={typedText(typed, 'name')}
          required
        />
        <button>{text.make}</button>
      </form>
      {tokens.length === 0 ? <Empty text={text.empty} /> : <Tokens tokens={tokens} />}
    </Page>
  )
}

function Tokens({ tokens }: { tokens: OwnToken[] }) {
  const text = useMessages().access.tokens
  return (
    <Scroll>
      <table>
        <thead>
          <tr>
            <th>{text.name}</th>
            <th>{text.madeAt}</th>
            <th>{text.lastUsed}</th>
            <th>{text.end}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, madeAt, lastUsedOn }) => (
            <tr>
              <td>{name}</td>
              <td>
                <Time at={madeAt} />
              </td>
              <td>{lastUsedOn ?? text.never}</td>
              <td>
                <form method="post" action={`/tokens/${id}/revocation`}>
                  <button class="quiet small" aria-label={text.revokeLabel(name)}>
                    {text.revoke}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
