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
    <section class="before">
      <h3>{text.before}</h3>
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
    </section>
  )
}

export interface NewActionProps extends FormProps {
  /** Where it is sent: of the board, or of a seat on it. */
  at: string
  /** Names proposed. */
  owners: string[]
  /** The first day that can be chosen. */
  earliest: string
}

/** On demand, beside a topic that is talked about. */
export function WriteAction({ open, ...props }: NewActionProps & { open: boolean }) {
  const text = useMessages().board.decide
  const faulty = Object.keys(props.faults).length > 0
  return (
    // Whether it is open is its reader's choice; at the next stage it is another one.
    <details id={open ? 'write-action-open' : 'write-action'} open={open || faulty} hx-morph-skip>
      <summary aria-keyshortcuts="a">{text.write}</summary>
      <NewAction {...props} />
    </details>
  )
}

export function NewAction({ at, focus = false, ...fields }: NewActionProps & { focus?: boolean }) {
  const text = useMessages().board.decide
  return (
    <form
      id="new-action"
      class="new-action"
      method="post"
      action={at}
      {...sending(at)}
      novalidate
      data-draft={`action ${at.split('/')[2]}`}
      hx-morph-skip
    >
      <ActionFields {...fields} focus={focus} />
      <button>{text.add}</button>
    </form>
  )
}

/** What, who and until when: nothing has to be chosen but the words and the name. */
export function ActionFields({
  owners,
  earliest,
  typed,
  faults,
  focus = false,
}: Omit<NewActionProps, 'at'> & { focus?: boolean }) {
  const text = useMessages().board.decide
  const first = ['text', 'owner', 'due'].find((name) => faults[name]) ?? 'text'
  const field = (name: 'text' | 'owner' | 'due', more: object = {}) => (
    <div class={faults[name] ? 'field faulty' : 'field'}>
      <label for={`decide-${name}`}>{text[name]}</label>
      <Fault name={`decide-${name}`} fault={faults[name]} />
      <input
        id={`decide-${name}`}
        name={name}
        value={typedText(typed, name)}
        autofocus={focus && name === first}
        aria-invalid={faults[name] ? 'true' : undefined}
        aria-describedby={faults[name] ? `decide-${name}-fault` : undefined}
        {...more}
      />
    </div>
  )
  return (
    <>
      {field('text')}
      {field('owner', { list: 'owners', autocomplete: 'off' })}
      <datalist id="owners">
        {owners.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      {field('due', { type: 'date', min: earliest })}
    </>
  )
}
