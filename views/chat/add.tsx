import {
  CheckField,
  Fault,
  FormFaults,
  SelectField,
  TextField,
  typedText,
  type FormProps,
} from '../parts/field.tsx'
import { TeamField, type TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'

const kinds = ['slack', 'teams', 'webhook'] as const
const events = ['opened', 'closing', 'results', 'signal', 'digest'] as const

export function AddChannel({ teams, typed, faults }: FormProps & { teams: TeamsFound }) {
  const all = useMessages().chat
  const text = all.add
  const chosen = [typed['events'] ?? []].flat()
  return (
    <form method="post" action="/chat/channels">
      {!faults.host && <FormFaults faults={faults} />}
      <SelectField
        name="kind"
        label={text.kind}
        fault={faults.kind}
        value={typedText(typed, 'kind', 'slack')}
        choices={kinds.map((kind) => ({ value: kind, label: all.kinds[kind] }))}
      />
      <TextField
        name="name"
        label={text.name}
        hint={text.nameHint}
        fault={faults.name}
        value={typedText(typed, 'name')}
        required
      />
      <TextField
        name="address"
        label={text.address}
        hint={text.addressHint}
        fault={faults.address}
        value={typedText(typed, 'address')}
        autocomplete="off"
        required
      />
      <TeamField
        name="teamId"
        label={text.team}
        fault={faults.teamId}
        value={typedText(typed, 'teamId')}
        found={teams}
        page="/chat"
        none={all.organisation}
      />
      <fieldset>
        <legend>{text.events}</legend>
        <Fault name="events" fault={faults.events} />
        {events.map((event) => (
          <CheckField
            name="events"
            value={event}
            label={all.events[event]}
            checked={chosen.includes(event)}
          />
        ))}
      </fieldset>
      <button>{text.submit}</button>
    </form>
  )
}
