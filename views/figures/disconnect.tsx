import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'
import type { Vendor } from './connectors.tsx'

export function DisconnectPage({ vendor }: { vendor: Vendor }) {
  const t = useMessages()
  const text = t.figures.connectors.removal
  return (
    <Page title={text.title(t.figures.sources[vendor])}>
      <p class="lead">{text.lead}</p>
      <form method="post" action={`/figures/connectors/${vendor}/removal`} class="actions">
        <button class="danger">{text.submit}</button>
        <a href="/figures/connectors">{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
