import { Page } from '../../layout.tsx'
import { useMessages } from '../../setting.ts'

export function EndingPage({ id, unrevealed }: { id: string; unrevealed: number }) {
  const t = useMessages()
  const text = t.board.ending
  return (
    <Page title={text.title}>
      <p class="lead">{text.text}</p>
      {unrevealed > 0 && <p>{text.unrevealed(unrevealed)}</p>}
      <form method="post" action={`/boards/${id}/ending`} class="actions">
        <button>{text.confirm}</button>
        <a href={`/boards/${id}`}>{t.actions.cancel}</a>
      </form>
    </Page>
  )
}
