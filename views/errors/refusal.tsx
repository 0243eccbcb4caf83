import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

interface RefusalProps {
  status: number
  title: string
  text: string
  /** By which it stands in the log. */
  request?: string
}

export function RefusalPage({ status, title, text, request }: RefusalProps) {
  const t = useMessages()
  return (
    <Page title={title}>
      <p>{text}</p>
      <p>
        <a class="button" href="/">
          {t.errors.home}
        </a>
      </p>
      <p class="hint">{request ? t.errors.reference(status, request) : status}</p>
    </Page>
  )
}
