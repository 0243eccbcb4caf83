import { Page } from '../layout.tsx'
import { FormFaults, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { Version, type Agreement, type Colour } from './agreement.tsx'
import type { Interval } from './figures.ts'

export interface AgreementFormProps extends FormProps {
  team: { id: string; name: string }
  /** The version this is edited from, 0 for none. */
  basedOn?: number
  /** What somebody else published while this was written. */
  meanwhile?: Agreement | undefined
  works: { work: string; label: string; suggested: Suggested | null }[]
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
    <Page title={text.editTitle(team.name)}>
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
        {works.map(({ work, label, suggested }) => (
          <fieldset class="work">
            <legend>{label}</legend>
            <p class="hint">
              {suggested
                ? text.suggested(text.short[suggested.colour], suggested.helped, suggested.hurt)
                : text.noSuggestion}
            </p>
            <SelectField
              name={`colour.${work}`}
              label={text.colour}
              fault={faults[`colour.${work}`]}
              value={typedText(typed, `colour.${work}`, suggested?.colour ?? 'amber')}
              choices={(['green', 'amber', 'red'] as const).map((value) => ({
                value,
                label: text.colours[value],
              }))}
            />
            <TextField
              name={`note.${work}`}
              label={text.noteOptional}
              optional
              fault={faults[`note.${work}`]}
              value={typedText(typed, `note.${work}`)}
            />
          </fieldset>
        ))}
        <p class="actions">
          <button>{text.publish}</button>
          <a href={`/teams/${team.id}/agreement`}>{useMessages().actions.cancel}</a>
        </p>
      </form>
    </Page>
  )
}
