import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

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
