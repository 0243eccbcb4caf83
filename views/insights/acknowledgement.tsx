import { Page } from '../layout.tsx'
import { Fault, FormFaults, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'

interface AcknowledgementPageProps extends FormProps {
  team: { id: string; name: string }
}

/** A note that could not be taken, as it was typed. */
export function AcknowledgementPage({ team, typed, faults }: AcknowledgementPageProps) {
  const { insights, actions } = useMessages()
  return (
    <Page title={insights.signals.acknowledgeTitle(team.name)}>
      <FormFaults faults={faults} />
      <AcknowledgementForm
        team={team.id}
        round={typedText(typed, 'round')}
        signal={typedText(typed, 'signal')}
        note={typedText(typed, 'note')}
        fault={faults['note']}
      />
      <p>
        <a href={`/overview/${team.id}`}>{actions.cancel}</a>
      </p>
    </Page>
  )
}

interface AcknowledgementFormProps {
  team: string
  round: string
  signal: string
  note?: string
  fault?: FormProps['faults'][string] | undefined
}

/** Whoever leads a team says to it what they make of a signal. */
export function AcknowledgementForm({ team, round, signal, note = '', fault }: AcknowledgementFormProps) {
  const text = useMessages().insights.signals
  const id = `note-${signal}`
  return (
    <form method="post" action={`/teams/${team}/acknowledgements`}>
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="signal" value={signal} />
      <div class={fault ? 'field faulty' : 'field'}>
        <label for={id}>{text.note}</label>
        <p class="hint" id={`${id}-hint`}>
          {text.noteHint}
        </p>
        <Fault name={id} fault={fault} />
        <textarea
          id={id}
          name="note"
          required
          maxLength={400}
          aria-describedby={fault ? `${id}-hint ${id}-fault` : `${id}-hint`}
          aria-invalid={fault ? true : undefined}
        >
          {note}
        </textarea>
      </div>
      <button>{text.send}</button>
    </form>
  )
}
