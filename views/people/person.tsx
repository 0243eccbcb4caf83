import { Page } from '../layout.tsx'
import { AreaField, CheckField, FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { areMany, TeamField, type TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'

interface PersonProps extends FormProps {
  /** Null for somebody new. */
  person: { id: string; email: string; name: string | null } | null
  teams: TeamsFound
}

export function PersonPage({ person, teams, typed, faults }: PersonProps) {
  const t = useMessages()
  const text = t.people.person
  return (
    <Page title={person ? (person.name ?? person.email) : text.addTitle} live={areMany(teams)}>
      <FormFaults faults={faults} />
      <form method="post" action={person ? `/people/${person.id}` : '/people'}>
        <TextField
          name="name"
          label={text.name}
          hint={text.nameHint}
          fault={faults.name}
          value={typedText(typed, 'name')}
          optional
        />
        <TextField
          name="email"
          label={text.email}
          fault={faults.email}
          value={typedText(typed, 'email')}
          type="email"
          required
        />
        <TeamField
          name="teamId"
          label={text.team}
          hint={text.teamHint}
          fault={faults.teamId}
          value={typedText(typed, 'teamId')}
          found={teams}
          page={person ? `/people/${person.id}` : '/people/new'}
          none={text.noTeam}
        />
        <CheckField name="answers" label={text.answers} checked={typed.answers === 'yes'} />
        <CheckField
          name="administrator"
          label={text.administrator}
          hint={text.administratorHint}
          checked={typed.administrator === 'yes'}
        />
        <AreaField
          name="manages"
          label={text.manages}
          hint={text.ledHint}
          fault={faults.manages}
          value={typedText(typed, 'manages')}
          optional
          rows={2}
        />
        <AreaField
          name="facilitates"
          label={text.facilitates}
          fault={faults.facilitates}
          value={typedText(typed, 'facilitates')}
          optional
          rows={2}
        />
        <div class="actions">
          <button>{t.actions.save}</button>
          <a href="/people">{t.actions.cancel}</a>
        </div>
      </form>
      {person && (
        <p>
          <a href={`/people/${person.id}/removal`}>{text.remove}</a>
        </p>
      )}
    </Page>
  )
}
