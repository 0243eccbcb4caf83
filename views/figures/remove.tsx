import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'
import { sourceName } from './source.ts'

interface RemoveProps {
  kind: 'adoption' | 'delivery'
  source: string
  month: string
}

export function RemoveFiguresPage({ kind, source, month }: RemoveProps) {
  const t = useMessages()
  const text = t.figures.removal
  return (
    <Page title={text.title(t.figures.list[kind], sourceName(t, source), month)}>
      <p class="lead">{text.text}</p>
      <form method="post" action="/figures/removals" class="actions">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="source" value={source} />
        <input type="hidden" name="month" value={month} />
        <button class="danger">{text.confirm}</button>
        <a href="/figures">{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
