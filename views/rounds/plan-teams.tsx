import { AreaField, Fault, type Faults, type Typed } from '../parts/field.tsx'
import { areMany, type TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'
import { chosenIn } from './chosen.ts'

/** Ticked while they are few, else typed. */
export function Teams({ teams, typed, faults }: { teams: TeamsFound; typed: Typed; faults: Faults }) {
  const text = useMessages().rounds.form
  const chosen = chosenIn(typed, 'teams')
  if (areMany(teams))
    return (
      <AreaField
        name="teams"
        label={text.who}
        hint={`${text.whoHint} ${text.whoTyped}`}
        fault={faults.teams}
        value={[...chosen].join('\n')}
        optional
        rows={4}
      />
    )
  return (
    <fieldset>
      <legend>{text.who}</legend>
      <p class="hint">{text.whoHint}</p>
      <Fault name="teams" fault={faults.teams} />
      <details open={chosen.size > 0}>
        <summary>{text.who}</summary>
        {teams.teams.map((team) => (
          <div class="check">
            <input
              type="checkbox"
              id={`teams-${team.id}`}
              name="teams"
              value={team.id}
              checked={chosen.has(team.id)}
            />
            <label for={`teams-${team.id}`}>{team.path}</label>
          </div>
        ))}
      </details>
    </fieldset>
  )
}
