import { Page } from '../layout.tsx'
import { Fault, FormFaults, typedText, type FormProps } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { Version, type Agreement, type Colour } from './agreement.tsx'
import type { Interval } from './figures.ts'
import { LineFields } from './line-fields.tsx'

export interface AgreementFormProps extends FormProps {
  team: { id: string; name: string }
  /** The version this is edited from, 0 for none. */
  basedOn?: number
  /** What somebody else published while this was written. */
  meanwhile?: Agreement | undefined
  works: { work: string; label: string; suggested: Suggested | null; used: Interval | null }[]
}

interface Suggested {
  colour: Colour
  helped: Interval
  hurt: Interval
}

export function AgreementFormPage({
  team,
  basedOn = 0,
  meanwhile,
  works,
  typed,
  faults,
}: AgreementFormProps) {
  const text = useMessages().insights.agreement
  return (
    <Page title={text.editTitle(team.name)} wide>
      <p>{text.rule}</p>
      <FormFaults faults={faults} />
      {meanwhile && (
        <Notice kind="problem" title={text.meanwhileTitle}>
          <p>{text.meanwhile}</p>
          <details>
            <summary>{text.theirs}</summary>
            <Version agreement={meanwhile} />
          </details>
        </Notice>
      )}
      <form method="post" action={`/teams/${team.id}/agreements`}>
        <input type="hidden" name="basedOn" value={typedText(typed, 'basedOn', String(basedOn))} />
        <div class="agree">
          {works.map((one) => (
            <Work {...one} typed={typed} faults={faults} />
          ))}
        </div>
        <LineFields typed={typed} faults={faults} />
        <p class="actions">
          <button>{text.publish}</button>
          <a href={`/teams/${team.id}/agreement`}>{useMessages().actions.cancel}</a>
        </p>
      </form>
    </Page>
  )
}

type WorkProps = AgreementFormProps['works'][number] & FormProps

/** A kind of work in a line: what is suggested, what is agreed, what to watch for. */
function Work({ work, label, suggested, used, typed, faults }: WorkProps) {
  const text = useMessages().insights.agreement
  const note = `note.${work}`
  const field = `colour.${work}`
  const colour = typedText(typed, field, suggested?.colour ?? 'amber')
  return (
    <fieldset class={faults[note] || faults[field] ? 'work faulty' : 'work'}>
      <legend class="unseen">{label}</legend>
      <div>
        <strong aria-hidden="true">{label}</strong>
        <p class="hint">
          {suggested ? text.suggested(suggested.helped, suggested.hurt) : text.noSuggestion(used !== null)}
          {used && `; ${text.used(used)}`}
        </p>
      </div>
      <div>
        <Fault name={field} fault={faults[field]} />
        <select
          name={field}
          aria-label={text.colour}
          class={colour}
          aria-describedby={faults[field] ? `${field}-fault` : undefined}
        >
          {(['green', 'amber', 'red'] as const).map((value) => (
            <option value={value} selected={value === colour}>
              {text.colours[value]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <Fault name={note} fault={faults[note]} />
        <input
          name={note}
          aria-label={text.noteOptional}
          placeholder={text.noteOptional}
          value={typedText(typed, note)}
          aria-invalid={faults[note] ? 'true' : undefined}
          aria-describedby={faults[note] ? `${note}-fault` : undefined}
        />
      </div>
    </fieldset>
  )
}
