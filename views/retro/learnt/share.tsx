import { Page } from '../../layout.tsx'
import { AreaField, FormFaults, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'

export function ShareLearntPage({ team, typed, faults }: FormProps & { team: { id: string; path: string } }) {
  const { learnt: text, actions } = useMessages()
  return (
    <Page title={text.shareTitle(team.path)}>
      <p>{text.shareLead}</p>
      <FormFaults faults={faults} />
      <form method="post" action={`/teams/${team.id}/learnt`}>
        <AreaField
          name="text"
          label={text.what}
          hint={text.whatHint}
          fault={faults['text']}
          value={typedText(typed, 'text')}
          required
        />
        <div class="actions">
          <button>{text.share}</button>
          <a href={`/teams/${team.id}/actions`}>{actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}
