import { useMessages } from '../../setting.ts'
import type { Action } from './props.ts'

export function Actions({ actions }: { actions: Action[] }) {
  const text = useMessages().board.decide
  if (actions.length === 0) return <p class="hint">{text.none}</p>
  return (
    <ul class="decided">
      {actions.map(({ id, text: what, owner, due }) => (
        <li id={`action-${id}`}>
          <strong>{what}</strong>
          <small>{text.by(owner, due)}</small>
        </li>
      ))}
    </ul>
  )
}

/** Written by whoever leads the retro. Its fields are those of POST /boards/:id/actions. */
export function NewAction({ boardId }: { boardId: string }) {
  const text = useMessages().board.decide
  return (
    <form
      id="new-action"
      class="new-action"
      method="post"
      action={`/boards/${boardId}/actions`}
      hx-morph-skip
    >
      <label>
        {text.text}
        <input name="text" required />
      </label>
      <label>
        {text.owner}
        <input name="owner" required />
      </label>
      <label>
        {text.due}
        <input name="due" type="date" required />
      </label>
      <button>{text.add}</button>
    </form>
  )
}
