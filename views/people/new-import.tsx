import { Page } from '../layout.tsx'
import { FormFaults, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import { ImportForm } from './import-form.tsx'

export function NewImportPage(props: FormProps) {
  const text = useMessages().people.import
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <FormFaults faults={props.faults} />
      <ImportForm {...props} />
      <h2>{text.columns}</h2>
      <dl class="facts">
        {text.columnsText.map(([name, meaning]) => (
          <div>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{text.columnsNote}</p>
      <p class="actions">
        <a href="/roster/example.csv">{text.example}</a>
      </p>
    </Page>
  )
}
