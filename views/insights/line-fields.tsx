import { Fault, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

const mostLines = 10
/** Empty ones beneath those that are there. */
const more = 2

/** Lines of an agreement, one a row; what is left empty is none. */
export function LineFields({ typed, faults }: FormProps) {
  const text = useMessages().insights.agreement.lines
  const written = Array.from({ length: mostLines }, (_, n) => n).filter((n) => typedText(typed, `line.${n}`))
  const shown = Math.min(mostLines, (written.at(-1) ?? -1) + 1 + more)
  return (
    <fieldset class="agreed-lines">
      <legend>{text.title}</legend>
      <p class="hint">{text.hint}</p>
      {Array.from({ length: shown }, (_, n) => (
        <Row n={n} typed={typed} faults={faults} />
      ))}
    </fieldset>
  )
}

function Row({ n, typed, faults }: FormProps & { n: number }) {
  const text = useMessages().insights.agreement.lines
  const { kinds } = text
  const kind = typedText(typed, `kind.${n}`, 'rule')
  return (
    <fieldset>
      <legend class="unseen">{text.number(n + 1)}</legend>
      <select name={`kind.${n}`} aria-label={text.kind}>
        {(['rule', 'protect', 'experiment'] as const).map((value) => (
          <option value={value} selected={value === kind}>
            {kinds[value]}
          </option>
        ))}
      </select>
      <Input name="line" n={n} label={text.what} typed={typed} faults={faults} />
      <Input name="gate" n={n} label={text.gateLabel} typed={typed} faults={faults} />
      <Input name="owner" n={n} label={text.ownerLabel} typed={typed} faults={faults} />
      <Input name="review" n={n} label={text.reviewLabel} type="date" typed={typed} faults={faults} />
    </fieldset>
  )
}

interface InputProps extends FormProps {
  name: 'line' | 'gate' | 'owner' | 'review'
  n: number
  label: string
  type?: 'date' | 'text'
}

function Input({ name, n, label, type = 'text', typed, faults }: InputProps) {
  const field = `${name}.${n}`
  const fault = faults[field]
  return (
    <div>
      <Fault name={field} fault={fault} />
      <input
        name={field}
        // The element's types are a union by kind of input; which kind this is shows only at run time.
        type={type as 'text'}
        aria-label={label}
        placeholder={label}
        value={typedText(typed, field)}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${field}-fault` : undefined}
      />
    </div>
  )
}
