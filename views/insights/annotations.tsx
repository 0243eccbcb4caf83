import { SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import type { Group } from './tabs.tsx'

/** What happened in a month, of a team or of the organisation (null). */
export interface Annotation {
  id: string
  teamId: string | null
  /** YYYY-MM. */
  month: string
  text: string
}

interface AnnotationsProps {
  group: Group
  /** Those shown, the oldest first. */
  months: string[]
  /** Whether the reader may write for this group. */
  annotates: boolean
  annotated: (Annotation & { changes: boolean })[]
}

/** What the marks of the charts say, at full length; and for whoever may, a form to add to it. */
export function Annotations({ group, months, annotates, annotated }: AnnotationsProps) {
  const text = useMessages().insights.annotations
  const month = useMonth('short')
  return (
    <>
      {annotated.length > 0 && (
        <ul class="annotated" aria-label={text.title}>
          {annotated.map(({ id, teamId, changes, ...one }) => (
            <li>
              {text.said(month(one.month), one.text)}{' '}
              {changes && (
                <a
                  href={`/overview/${teamId ?? 'organisation'}/annotations/${id}`}
                  aria-label={text.changeNamed(one.text)}
                >
                  {text.change}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {annotates && (
        <details class="annotate">
          <summary>{text.add}</summary>
          <form method="post" action={`/overview/${group.id}/annotations`}>
            <AnnotationFields months={months.toReversed()} typed={{}} faults={{}} />
            <button>{text.send}</button>
          </form>
        </details>
      )}
    </>
  )
}

/** @param months the newest first */
export function AnnotationFields({ months, typed, faults }: FormProps & { months: string[] }) {
  const text = useMessages().insights.annotations
  const month = useMonth()
  return (
    <>
      <SelectField
        name="month"
        label={text.month}
        value={typedText(typed, 'month')}
        fault={faults['month']}
        choices={months.map((one) => ({ value: one, label: month(one) }))}
      />
      <TextField
        name="text"
        label={text.text}
        hint={text.hint}
        value={typedText(typed, 'text')}
        fault={faults['text']}
        required
      />
    </>
  )
}
