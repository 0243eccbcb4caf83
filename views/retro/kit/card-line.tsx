import { typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import type { Card } from './proposed.ts'

export const cardLines = ['text', 'figure', 'question'] as const

interface CardLineProps extends FormProps {
  line: keyof Card
  number: number
  proposed: string
}

/** Looks like what is read on the card until somebody changes it. */
export function CardLine({ line, number, proposed, typed, faults }: CardLineProps) {
  const text = useMessages().kit
  const name = `${line}.${number}`
  return (
    <>
      <label class="unseen" for={name}>
        {text.card[line]}
      </label>
      <textarea
        id={name}
        name={name}
        class={line}
        rows={line === 'figure' ? 1 : 2}
        aria-invalid={faults[name] ? 'true' : undefined}
        aria-describedby={faults[name] ? `${name}-fault` : undefined}
      >
        {typedText(typed, name, proposed)}
      </textarea>
    </>
  )
}
