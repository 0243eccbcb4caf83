import { Page } from '../layout.tsx'
import { Progress, refreshing } from '../parts/progress.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

export function CloseRoundPage({ id, name, closesAt }: { id: string; name: string; closesAt: Date }) {
  const t = useMessages()
  const text = t.rounds.close
  return (
    <Page title={text.title(name)}>
      <p class="lead">{text.text}</p>
      <p>
        {text.byItself} <Time at={closesAt} />.
      </p>
      <form method="post" action={`/rounds/${id}/closure`} class="actions">
        <button>{text.confirm}</button>
        <a href={`/rounds/${id}`}>{t.actions.cancel}</a>
      </form>
    </Page>
  )
}

interface ClosingProps {
  id: string
  progress: { opened: number; total: number } | null
}

export function ClosingProgress({ id, progress }: ClosingProps) {
  const text = useMessages().rounds.close
  return (
    <section id="progress" aria-live="polite" {...refreshing(`/rounds/${id}/closure/progress`)}>
      <h2>{text.closing}</h2>
      <Progress label={text.opening} done={progress?.opened ?? 0} total={progress?.total ?? 0} />
    </section>
  )
}
