import type { ComponentChildren } from 'preact'
import { AreaField, Field, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

interface ImportFormProps extends FormProps {
  /** The same roster was read before. */
  again?: boolean
  children?: ComponentChildren
}

/** Also stands beneath what was read of a roster, so that it can be mended and read again in place. */
export function ImportForm({ typed, faults, again = false, children }: ImportFormProps) {
  const text = useMessages().people.import
  return (
    <form method="post" action="/roster/imports" enctype="multipart/form-data">
      {children}
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
      <button class={again ? 'quiet' : undefined}>{again ? text.readAgain : text.submit}</button>
    </form>
  )
}
