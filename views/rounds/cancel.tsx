import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

export function CancelRoundPage({ id, name, planned }: { id: string; name: string; planned: boolean }) {
  const t = useMessages()
  const text = t.rounds.cancel
  return (
    <Page title={text.title(name)}>
      <p class="lead">{planned ? text.planned : text.open}</p>
      <form method="post" action={`/rounds/${id}/cancellation`} class="actions">
        <button class="danger">{text.confirm}</button>
        <a href={`/rounds/${id}`}>{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
