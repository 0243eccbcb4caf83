import { Page } from '../../layout.tsx'
import type { FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { ActionFields, type NewActionProps } from './actions.tsx'
import { BoardHead } from './live.tsx'

interface EndingProps {
  id: string
  unrevealed: number
  /** Where something can still be decided: what was half written on the wall stands in it. */
  decide: Omit<NewActionProps, 'at'> | null
  faults: FormProps['faults']
}

export function EndingPage({ id, unrevealed, decide }: EndingProps) {
  const t = useMessages()
  const text = t.board.ending
  return (
    <Page title={text.title} head={decide ? <BoardHead drafts /> : undefined}>
      <p class="lead">{text.text}</p>
      {unrevealed > 0 && <p>{text.unrevealed(unrevealed)}</p>}
      <form method="post" action={`/boards/${id}/ending`} novalidate data-draft={`action ${id}`}>
        {decide && (
          <fieldset class="new-action">
            <legend>{text.lastAction}</legend>
            <ActionFields {...decide} />
          </fieldset>
        )}
        <p class="actions">
          <button>{text.confirm}</button>
          <a href={`/boards/${id}`}>{t.actions.cancel}</a>
        </p>
      </form>
    </Page>
  )
}
