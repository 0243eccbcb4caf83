import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

/** On the settings page. */
export function StartOver() {
  const text = useMessages().sample.removal
  return (
    <section>
      <h2>{text.section}</h2>
      <p>{text.sectionText}</p>
      <p>
        <a href="/sample/removal">{text.link}</a>
      </p>
    </section>
  )
}

export function RemoveSamplePage() {
  const t = useMessages()
  const text = t.sample.removal
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <p>{text.next}</p>
      <form method="post" action="/sample/removal" class="actions">
        <button class="danger">{text.submit}</button>
        <a href="/settings">{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
