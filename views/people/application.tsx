import { FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { Change } from './changes.tsx'
import type { Report } from './changes.tsx'

interface ApplicationProps extends FormProps {
  id: string
  report: Report
  manyLeave: boolean
}

/** Where many would leave, they stand first, and how many has to be typed. */
export function Application({ id, report, manyLeave, typed, faults }: ApplicationProps) {
  const text = useMessages().people.import
  const { leaves, today, renames } = report
  return (
    <>
      <FormFaults faults={faults} />
      {manyLeave && (
        <>
          <Notice kind="problem">{text.manyLeave(leaves.count, today)}</Notice>
          <Change kind="leaves" report={report} open />
        </>
      )}
      <form method="post" action={`/roster/imports/${id}/application`}>
        {renames.length > 0 && (
          <fieldset>
            <legend>{text.renames}</legend>
            <p class="hint">{text.renamesText}</p>
            {renames.map(({ teamId, from, to }) => (
              <div class="check">
                <input type="checkbox" id={`renames-${teamId}`} name="renames" value={teamId} checked />
                <label for={`renames-${teamId}`}>{text.rename(from, to)}</label>
              </div>
            ))}
          </fieldset>
        )}
        {manyLeave && (
          <TextField
            name="leaving"
            label={text.leavingLabel}
            hint={text.leavingHint}
            fault={faults.leaving}
            type="number"
            min="0"
            autocomplete="off"
            value={typedText(typed, 'leaving')}
          />
        )}
        <button>{text.apply}</button>
      </form>
    </>
  )
}
