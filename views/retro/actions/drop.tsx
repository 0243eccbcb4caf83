import { Page } from '../../layout.tsx'
import { FormFaults, TextField, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'

interface DropProps extends FormProps {
  action: { id: string; teamId: string; text: string }
}

export function DropActionPage({ action, typed, faults }: DropProps) {
  const t = useMessages()
  const text = t.teamActions.drop
  return (
    <Page title={text.title}>
      <p class="lead">{action.text}</p>
      <p>{text.lead}</p>
      <FormFaults faults={faults} />
      <form method="post" action={`/actions/${action.id}/drop`}>
        <TextField
          name="reason"
          label={text.reason}
          fault={faults.reason}
          value={typedText(typed, 'reason')}
          required
        />
        <div class="actions">
          <button class="danger">{text.submit}</button>
          <a href={`/teams/${action.teamId}/actions`}>{t.actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}
