import { Page } from '../layout.tsx'
import { AreaField, FormFaults, SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import { Scale } from './scale.tsx'
import { asChoices } from './choices.ts'
import { formId, Warnings, type WarningsProps } from './warnings.tsx'

interface QuestionProps extends FormProps, WarningsProps {
  /** Null for a new one. */
  question: { id: string; version: number } | null
  kind: 'scale' | 'grid' | 'remark' | 'attribute' | 'choice'
}

export function QuestionPage({ question, kind, typed, faults, warnings }: QuestionProps) {
  const t = useMessages()
  const text = t.rounds.questions
  return (
    <Page title={question ? text.editTitle : kind === 'remark' ? text.newRemark : text.newTitle} live>
      {question && (
        <p>
          <code>{question.id}</code>, {text.version(question.version)}. {text.editHint}
        </p>
      )}
      <FormFaults faults={faults} />
      <form id={formId} method="post" action={question ? `/questions/${question.id}` : '/questions'}>
        <input type="hidden" name="kind" value={kind} />
        {!question && (
          <TextField
            name="id"
            label={text.id}
            hint={text.idHint}
            fault={faults.id}
            value={typedText(typed, 'id')}
            required
          />
        )}
        <AreaField
          name="question"
          label={text.question}
          fault={faults.question}
          value={typedText(typed, 'question')}
          required
        />
        <Warnings warnings={warnings} />
        <TextField
          name="hint"
          label={text.hint}
          fault={faults.hint}
          value={typedText(typed, 'hint')}
          optional
        />
        {kind === 'scale' && <Scale typed={typed} faults={faults} />}
        {(kind === 'scale' || kind === 'grid') && (
          <SelectField
            name="cut"
            label={text.cut}
            hint={text.cutHint}
            fault={faults.cut}
            value={typedText(typed, 'cut')}
            choices={asChoices(t.rounds.cuts)}
          />
        )}
        <TextField
          name="construct"
          label={text.construct}
          fault={faults.construct}
          value={typedText(typed, 'construct')}
          optional
        />
        <div class="actions">
          <button>{t.actions.save}</button>
          <a href="/questions">{t.actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}
