import { Fault, typedText, type FormProps } from '../../parts/field.tsx'
import { Page } from '../../layout.tsx'
import { useMessages } from '../../setting.ts'
import { BoardHead, sending } from './live.tsx'

export interface WriteProps extends FormProps {
  boardId: string
  /** Of the card that is to be written: sent twice it is the same card. */
  cardId: string
  columns: string[]
}

export function WriteForm({ focus = false, ...props }: WriteProps & { focus?: boolean }) {
  const text = useMessages().board.seat.write
  const action = `/boards/${props.boardId}/cards`
  return (
    <form
      id="write"
      method="post"
      action={action}
      {...sending(action)}
      novalidate
      data-draft={`card ${props.boardId}`}
      hx-morph-skip
    >
      <input type="hidden" name="card" value={props.cardId} />
      <CardFields {...props} focus={focus} />
      <button>{text.send}</button>
    </form>
  )
}

/** For whoever was still writing when the cards were turned over; opened by a script where something was typed. */
export function LateCard(props: WriteProps) {
  const text = useMessages().board.seat.write
  return (
    <details id="late" hx-morph-skip>
      <summary>{text.late}</summary>
      <p class="hint">{text.lateLead}</p>
      <WriteForm {...props} />
    </details>
  )
}

function CardFields({ columns, typed, faults, focus }: Omit<WriteProps, 'boardId'> & { focus: boolean }) {
  const text = useMessages().board.seat.write
  const chosen = typedText(typed, 'column', '0')
  return (
    <>
      <fieldset class="choices">
        <legend>{text.column}</legend>
        {columns.map((name, column) => (
          <label>
            <input type="radio" name="column" value={column} checked={chosen === String(column)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div class={faults.text ? 'field faulty' : 'field'}>
        <label for="text">{text.text}</label>
        <Fault name="text" fault={faults.text} />
        <textarea
          id="text"
          name="text"
          autofocus={focus}
          aria-invalid={faults.text ? 'true' : undefined}
          aria-describedby={faults.text ? 'text-fault text-hint' : 'text-hint'}
        >
          {typedText(typed, 'text')}
        </textarea>
        <p class="hint" id="text-hint">
          {text.hint}
        </p>
      </div>
    </>
  )
}

export function EditCardPage(props: WriteProps) {
  const t = useMessages()
  const { boardId, cardId } = props
  return (
    <Page title={t.board.seat.write.editTitle} head={<BoardHead />}>
      <form method="post" action={`/boards/${boardId}/cards/${cardId}`} novalidate>
        <CardFields {...props} focus={false} />
        <p class="actions">
          <button>{t.actions.save}</button>
          <a href={`/boards/${boardId}/seat`}>{t.actions.cancel}</a>
        </p>
      </form>
    </Page>
  )
}
