import { Page } from '../layout.tsx'
import { CheckField, FormFaults, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import { MeasureFields } from './measure-fields.tsx'

export function MeasurePage({ id, typed, faults }: FormProps & { id: string }) {
  const { figures, actions } = useMessages()
  const text = figures.register
  return (
    <Page title={text.change(typedText(typed, 'name'))}>
      <FormFaults faults={faults} />
      <form method="post" action={`/figures/measures/${id}`}>
        <MeasureFields typed={typed} faults={faults} />
        <CheckField name="retired" label={text.retired} checked={typedText(typed, 'retired') === 'yes'} />
        <div class="actions">
          <button>{text.save}</button>
          <a href="/figures/measures">{actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}
