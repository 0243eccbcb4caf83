import { AreaField, FormFaults, SelectField, TextField, typedText } from '../../parts/field.tsx'
import { TeamField } from '../../parts/teams.tsx'
import { useMessages } from '../../setting.ts'
import type { BoardsProps } from './boards-props.ts'

export function Start({ teams, rounds, typed, faults }: Omit<BoardsProps, 'boards' | 'page' | 'pages'>) {
  const text = useMessages().board.list
  return (
    <section>
      <h2>{text.start}</h2>
      <FormFaults faults={faults} />
      <form method="post" action="/boards">
        <TeamField
          name="team"
          label={text.team}
          fault={faults.team}
          value={typedText(typed, 'team')}
          found={teams}
          page="/boards"
        />
        {rounds.length > 0 && (
          <SelectField
            name="round"
            label={text.round}
            fault={faults.round}
            value={typedText(typed, 'round')}
            choices={[
              { value: '', label: text.noRound },
              ...rounds.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <SelectField
          name="template"
          label={text.columns}
          fault={faults.template}
          value={typedText(typed, 'template', 'ai')}
          choices={Object.entries(text.template).map(([value, label]) => ({ value, label }))}
        />
        <AreaField
          name="columns"
          label={text.own}
          hint={text.ownHint}
          fault={faults.columns}
          value={typedText(typed, 'columns')}
          optional
        />
        <div class="short">
          <TextField
            name="votesEach"
            label={text.votesEach}
            hint={text.votesEachHint}
            fault={faults.votesEach}
            value={typedText(typed, 'votesEach', '3')}
            type="number"
            min="1"
            max="10"
            required
          />
        </div>
        <button>{text.submit}</button>
      </form>
    </section>
  )
}
