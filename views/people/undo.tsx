import { Page } from '../layout.tsx'
import { useMessages, useSpeech } from '../setting.ts'
import { momentOf } from '../speech.ts'

interface UndoProps {
  appliedAt: Date
  until: Date
  returning: number
  leaving: number
  changing: number
  since: number
}

const kinds = ['returning', 'leaving', 'changing', 'since'] as const

export function UndoPage({ appliedAt, until, ...counts }: UndoProps) {
  const t = useMessages()
  const speech = useSpeech()
  const text = t.people.undo
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead(momentOf(appliedAt, speech), momentOf(until, speech))}</p>
      <ul>
        {kinds.map((kind) => counts[kind] > 0 && <li>{text[kind](counts[kind])}</li>)}
        <li>{text.teams}</li>
      </ul>
      <p>{text.rounds}</p>
      <form method="post" action="/roster/undo" class="actions">
        <button>{text.submit}</button>
        <a href="/teams">{t.actions.cancel}</a>
      </form>
      <h2>{text.forget}</h2>
      <p>{text.forgetText}</p>
      <form method="post" action="/roster/undo/removal">
        <button class="danger">{text.forget}</button>
      </form>
    </Page>
  )
}
