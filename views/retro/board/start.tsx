import { AreaField, FormFaults, SelectField, TextField, typedText } from '../../parts/field.tsx'
import { TeamField } from '../../parts/teams.tsx'
import { useMessages } from '../../setting.ts'
import type { BoardsProps } from './boards-props.ts'
import { HowHeld } from './how-held.tsx'

export function Start({
  teams,
  rounds,
  saved,
  typed,
  faults,
}: Omit<BoardsProps, 'boards' | 'page' | 'pages'>) {
  const { board, exercises } = useMessages()
  const text = board.list
  const { own, ...templates } = text.template
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
          choices={[
            ...Object.entries(templates).map(([value, label]) => ({ value, label })),
            ...saved.map(({ id, name }) => ({ value: `saved-${id}`, label: text.savedAs(name) })),
            { value: 'own', label: own },
            ...Object.entries(exercises.all).map(([id, { title }]) => ({
              value: `exercise-${id}`,
              label: text.exercise(title),
            })),
          ]}
        />
        <details open={typedText(typed, 'columns') !== '' || Boolean(faults.columns ?? faults.saveAs)}>
          <summary>{text.ownColumns}</summary>
          <AreaField
            name="columns"
            label={text.own}
            hint={text.ownHint}
            fault={faults.columns}
            value={typedText(typed, 'columns')}
            optional
          />
          <TextField
            name="saveAs"
            label={text.saveAs}
            hint={text.saveAsHint}
            fault={faults.saveAs}
            value={typedText(typed, 'saveAs')}
            optional
          />
        </details>
        <HowHeld typed={typed} faults={faults} />
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
