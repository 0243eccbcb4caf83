import { Page } from '../../layout.tsx'
import { FormFaults } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { ActionFields, type ActionFieldsProps } from './fields.tsx'

export function EditActionPage({
  action,
  ...fields
}: ActionFieldsProps & { action: { id: string; teamId: string } }) {
  const t = useMessages()
  return (
    <Page title={t.teamActions.edit.title}>
      <FormFaults faults={fields.faults} />
      <form method="post" action={`/actions/${action.id}`}>
        <ActionFields {...fields} />
        <div class="actions">
          <button>{t.actions.save}</button>
          <a href={`/teams/${action.teamId}/actions`}>{t.actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}
