import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

export function RemoveChannelPage({ id, name }: { id: string; name: string }) {
  const t = useMessages()
  const text = t.chat.removal
  return (
    <Page title={text.title(name)}>
      <p class="lead">{text.lead}</p>
      <form method="post" action={`/chat/channels/${id}/removal`} class="actions">
        <button class="danger">{text.submit}</button>
        <a href="/chat">{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
