import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import type { Told } from './props.ts'

interface ScaleProps {
  id: string
  about: 'arrived' | 'worth'
  question: string
  /** What 1 and 5 stand for. */
  ends: readonly [string, string]
  said: number | null
  locked: boolean
}

const levels = [1, 2, 3, 4, 5]

/** From 1 to 5, on a phone: one press, changed by another. */
export function Scale({ id, about, question, ends, said, locked }: ScaleProps) {
  const text = useMessages().board.scale
  const at = `/boards/${id}/seat/signs/${about}`
  return (
    <fieldset class="scale" disabled={locked}>
      <legend>{question}</legend>
      <form method="post" action={at} {...sending(at)}>
        {levels.map((value) => (
          <button
            id={`${about}-${value}`}
            name="value"
            value={value}
            class="quiet"
            aria-pressed={said === value ? 'true' : 'false'}
          >
            {value}
          </button>
        ))}
      </form>
      <p class="ends">
        <span>{ends[0]}</span> <span>{ends[1]}</span>
      </p>
      {said !== null && (
        <form method="post" action={`${at}/removal`} {...sending(`${at}/removal`)}>
          <button class="link">{text.takeBack}</button>
        </form>
      )}
      <p class="hint">{text.shownOnce}</p>
    </fieldset>
  )
}

/** What the room said, as it may be told. */
export function ToldScale({ told, ends }: { told: Told; ends: readonly [string, string] }) {
  const text = useMessages().board.scale
  if (told.shown === 'none') return <p class="hint">{text.notShown}</p>
  if (told.shown === 'range') return <p>{text.range(told.n, text.bands[told.band as 'low'])}</p>
  return (
    <ol class="told">
      {told.histogram.map((people, level) => (
        <li>
          <span>
            {level + 1}
            {level === 0 && ` ${ends[0]}`}
            {level === levels.length - 1 && ` ${ends[1]}`}
          </span>{' '}
          <b>{people}</b>
        </li>
      ))}
    </ol>
  )
}
