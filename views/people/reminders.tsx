import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

interface RemindersProps {
  wanted: boolean
  /** The page's own address. */
  at: string
}

export function RemindersPage({ wanted, at }: RemindersProps) {
  const text = useMessages().people.reminders
  return (
    <Page title={text.title}>
      <p class="lead">{wanted ? text.on : text.off}</p>
      <p>{text.lead}</p>
      <form method="post" action={`${at}/${wanted ? 'refusal' : 'resumption'}`}>
        <button>{wanted ? text.refuse : text.resume}</button>
      </form>
    </Page>
  )
}
