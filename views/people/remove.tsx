import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

export function RemovePersonPage({ id, name, email }: { id: string; name: string | null; email: string }) {
  const t = useMessages()
  const text = t.people.person
  return (
    <Page title={text.removeTitle(name ?? email)}>
      <p class="lead">{text.removeText}</p>
      <form method="post" action={`/people/${id}/removal`} class="actions">
        <button class="danger">{text.removeConfirm}</button>
        <a href={`/people/${id}`}>{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
