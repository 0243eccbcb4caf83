import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'
import { AddressForm } from './sign-in.tsx'

export function LinkPage({ token }: { token: string }) {
  const text = useMessages().access.signIn
  return (
    <Page title={text.confirm}>
      <p class="lead">{text.confirmText}</p>
      <form method="post" action={`/sign-in/${encodeURIComponent(token)}`}>
        <button>{text.confirmSubmit}</button>
      </form>
    </Page>
  )
}

export function SpentLinkPage({ minutes }: { minutes: number }) {
  const text = useMessages().access.signIn
  return (
    <Page title={text.spent}>
      <p class="lead">{text.spentText(minutes)}</p>
      <AddressForm typed={{}} faults={{}} />
    </Page>
  )
}
