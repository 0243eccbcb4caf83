import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

export function RemindersPage({ wanted }: { wanted: boolean }) {
  const text = useMessages().people.reminders
  return (
    <Page title={text.title}>
      <p class="lead">{wanted ? text.on : text.off}</p>
      <p>{text.lead}</p>
      <form method="post" action={wanted ? '/reminders/refusal' : '/reminders/resumption'}>
        <button>{wanted ? text.refuse : text.resume}</button>
      </form>
    </Page>
  )
}
