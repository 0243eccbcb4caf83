import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'

interface MailChoicesProps {
  wanted: Record<'reminders' | 'results', boolean>
  /** The page's own address. */
  at: string
}

export function MailChoicesPage({ wanted, at }: MailChoicesProps) {
  const text = useMessages().people.mailChoices
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <Choice choice="reminders" wanted={wanted.reminders} at={at} />
      <Choice choice="results" wanted={wanted.results} at={at} />
    </Page>
  )
}

interface ChoiceProps {
  choice: keyof MailChoicesProps['wanted']
  wanted: boolean
  at: string
}

function Choice({ choice, wanted, at }: ChoiceProps) {
  const text = useMessages().people.mailChoices[choice]
  return (
    <section>
      <h2>{text.title}</h2>
      <p>
        <strong>{wanted ? text.on : text.off}</strong> {text.what}
      </p>
      <form method="post" action={`${at}/${wanted ? 'refusal' : 'resumption'}`}>
        <input type="hidden" name="choice" value={choice} />
        <button class="quiet">{wanted ? text.refuse : text.resume}</button>
      </form>
    </section>
  )
}
