import { Fault, typedText, type FormProps } from '../../parts/field.tsx'
import { useDayName } from '../../parts/day.tsx'
import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import type { Action } from './props.ts'

export function Actions({ actions }: { actions: Action[] }) {
  const text = useMessages().board.decide
  const dayName = useDayName()
  if (actions.length === 0) return <p class="hint">{text.none}</p>
  return (
    <ul class="decided">
      {actions.map(({ id, text: what, owner, due }) => (
        <li id={`action-${id}`}>
          <strong>{what}</strong>
          <small>{text.by(owner, dayName(due))}</small>
        </li>
      ))}
    </ul>
  )
}

/** What was decided before, and what became of it; nothing where there is nothing. */
export function Before({ actions }: { actions: Action[] }) {
  const text = useMessages().board.decide
  const dayName = useDayName()
  if (actions.length === 0) return null
  return (
    <details id="before" class="before" open hx-morph-skip>
      <summary>{text.before}</summary>
      <ul class="decided">
        {actions.map(({ text: what, owner, due, state, overdue, reason }) => (
          <li>
            <strong>{what}</strong>
            <small>
              {overdue ? text.overdue : text.states[state]}: {reason ?? text.by(owner, dayName(due))}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}

export interface NewActionProps extends FormProps {
  boardId: string
  /** Names proposed. */
  owners: string[]
  /** The first day that can be chosen. */
  earliest: string
}

/** Written by whoever leads the retro. */
export function NewAction({
  boardId,
  owners,
  earliest,
  typed,
  faults,
  focus = false,
}: NewActionProps & { focus?: boolean }) {
  const text = useMessages().board.decide
  const action = `/boards/${boardId}/actions`
  const first = ['text', 'owner', 'due'].find((name) => faults[name]) ?? 'text'
  const field = (name: 'text' | 'owner' | 'due', more: object = {}) => (
    <div class={faults[name] ? 'field faulty' : 'field'}>
      <label for={`decide-${name}`}>{text[name]}</label>
      <Fault name={`decide-${name}`} fault={faults[name]} />
      <input
        id={`decide-${name}`}
        name={name}
        value={typedText(typed, name)}
        required
        autofocus={focus && name === first}
        aria-invalid={faults[name] ? 'true' : undefined}
        aria-describedby={faults[name] ? `decide-${name}-fault` : undefined}
        {...more}
      />
    </div>
  )
  return (
    <form
      id="new-action"
      class="new-action"
      method="post"
      action={action}
      {...sending(action)}
      novalidate
      hx-morph-skip
    >
      {field('text')}
      {field('owner', { list: 'owners', autocomplete: 'off' })}
      <datalist id="owners">
        {owners.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      {field('due', { type: 'date', min: earliest })}
      <button>{text.add}</button>
    </form>
  )
}
