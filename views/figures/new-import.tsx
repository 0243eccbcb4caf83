import { Page } from '../layout.tsx'
import { Field, FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { refreshing } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'
import { Read, type Reading } from './reading.tsx'

export function NewFiguresPage({ typed, faults }: FormProps) {
  const text = useMessages().figures.import
  return (
    <Page title={text.title} live>
      <p class="lead">{text.lead}</p>
      <FormFaults faults={faults} />
      <form method="post" action="/figures/imports" enctype="multipart/form-data">
        <Field name="mapping" label={text.mapping} hint={text.mappingHint} optional>
          <input type="file" id="mapping" name="mapping" aria-describedby="mapping-hint" />
        </Field>
        <TextField
          name="source"
          label={text.source}
          hint={text.sourceHint}
          fault={faults.source}
          value={typedText(typed, 'source')}
          optional
        />
        <Field name="file" label={text.file} hint={text.fileHint} fault={faults.file}>
          <input
            type="file"
            id="file"
            name="file"
            aria-describedby={faults.file ? 'file-hint file-fault' : 'file-hint'}
            aria-invalid={faults.file ? 'true' : undefined}
          />
        </Field>
        <button>{text.submit}</button>
      </form>
      <OwnProgress progress={null} />
      <Kinds />
    </Page>
  )
}

/** What is being sent from this page, for as long as the browser is still sending it. */
export function OwnProgress({ progress }: { progress: Reading | null }) {
  return (
    <section id="progress" aria-live="polite" {...refreshing('/figures/imports/progress')}>
      {progress && <Read reading={progress} />}
    </section>
  )
}

function Kinds() {
  const text = useMessages().figures.import
  return (
    <>
      <h2>{text.kinds}</h2>
      <dl class="facts">
        {text.kindsText.map(([name, meaning]) => (
          <div>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{text.kindsNote}</p>
      <p>
        <a href="/tokens">{text.script}</a>
      </p>
    </>
  )
}
