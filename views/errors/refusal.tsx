import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

interface RefusalProps {
  status: number
  title: string
  text: string
}

export function RefusalPage({ status, title, text }: RefusalProps) {
  const t = useMessages()
  return (
    <Page title={title}>
      <p>{text}</p>
      <p>
        <a class="button" href="/">
          {t.errors.home}
        </a>
      </p>
      <p class="hint">{status}</p>
    </Page>
  )
}
