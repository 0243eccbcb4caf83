import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

interface OpenProps {
  id: string
  name: string
  closesAt: Date
  /** Whom it mails, and into how many teams or pooled teams they fall. */
  invited: number
  units: number
  /** The least that it can invite. */
  needed: number
  /** Paths of the teams asked; null for everybody. */
  who: string[] | null
}

/** Asks once: what is sent cannot be taken back. */
export function OpenRoundPage({ id, name, closesAt, invited, units, needed, who }: OpenProps) {
  const t = useMessages()
  const text = t.rounds.open
  return (
    <Page title={text.title(name)}>
      {units === 0 ? (
        <Notice kind="problem">{t.rounds.page.tooSmall(invited, needed)}</Notice>
      ) : (
        <p class="lead">{text.mails(invited, who ? t.list(who) : null)}</p>
      )}
      <p>
        {text.closes} <Time at={closesAt} />. {units > 0 && text.units(units)}
      </p>
      <p class="hint">{text.frozen}</p>
      <form method="post" action={`/rounds/${id}/opening`} class="actions">
        {units > 0 && <button>{text.confirm}</button>}
        <a href={`/rounds/${id}`}>{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
