import { Page } from '../layout.tsx'
import { AreaField, Field, FormFaults, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

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
    </Page>
  )
}

/** Also stands beneath the faults of a roster that was pasted, so that it can be mended in place. */
export function ImportForm({ typed, faults }: FormProps) {
  const text = useMessages().people.import
  return (
    <form method="post" action="/roster/imports" enctype="multipart/form-data">
      <Field name="file" label={text.file} hint={text.fileHint}>
        <input
          type="file"
          id="file"
          name="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-describedby="file-hint"
        />
      </Field>
      <AreaField
        name="roster"
        label={text.paste}
        fault={faults.roster}
        value={typedText(typed, 'roster')}
        rows={8}
        spellcheck={false}
      />
      <button>{text.submit}</button>
    </form>
  )
}
