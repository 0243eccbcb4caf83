import { Page } from '../layout.tsx'
import { FormFaults, TextField, typedText, type FormProps } from '../parts/field.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'
import type { Choice } from './chosen.ts'
import { Summary } from './plan-summary.tsx'
import { Questions } from './plan-questions.tsx'
import { Teams } from './plan-teams.tsx'

interface PlanProps extends FormProps {
  action: string
  isNew: boolean
  timeZone: string
  bank: Choice[]
  teams: TeamsFound
}

export function PlanPage({ action, isNew, timeZone, bank, teams, typed, faults }: PlanProps) {
  const t = useMessages()
  const text = t.rounds.form
  return (
    <Page title={isNew ? text.newTitle : text.editTitle}>
      <p class="lead">{text.lead}</p>
      <FormFaults faults={faults} />
      <form method="post" action={action}>
        <TextField
          name="name"
          label={text.name}
          fault={faults.name}
          value={typedText(typed, 'name')}
          required
        />
        <div class="short">
          <TextField
            name="opensAt"
            label={text.opens}
            hint={text.opensHint(timeZone)}
            fault={faults.opensAt}
            value={typedText(typed, 'opensAt')}
            type="datetime-local"
            required
          />
          <TextField
            name="closesAt"
            label={text.closes}
            hint={text.closesHint(timeZone)}
            fault={faults.closesAt}
            value={typedText(typed, 'closesAt')}
            type="datetime-local"
            required
          />
        </div>
        <Summary bank={bank} typed={typed} />
        <details open={folded.some((name) => faults[name])}>
          <summary>{text.change}</summary>
          <div class="short">
            <TextField
              name="month"
              label={text.month}
              hint={text.monthHint}
              fault={faults.month}
              value={typedText(typed, 'month')}
              type="month"
              pattern="\d{4}-\d{2}"
              required
            />
            <TextField
              name="remindsAt"
              label={text.reminds}
              hint={text.remindsHint}
              fault={faults.remindsAt}
              value={typedText(typed, 'remindsAt')}
              type="datetime-local"
              optional
            />
            <TextField
              name="remindsAgainAt"
              label={text.remindsAgain}
              fault={faults.remindsAgainAt}
              value={typedText(typed, 'remindsAgainAt')}
              type="datetime-local"
              optional
            />
            <TextField
              name="threshold"
              label={text.threshold}
              hint={text.thresholdHint}
              fault={faults.threshold}
              value={typedText(typed, 'threshold')}
              type="number"
              min="5"
              max="100"
              required
            />
          </div>
          <Questions bank={bank} typed={typed} faults={faults} />
          {teams.of > 0 && <Teams teams={teams} typed={typed} faults={faults} />}
        </details>
        <div class="actions">
          <button>{text.submit}</button>
          <a href="/rounds">{t.actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}

/** What has good defaults is changed on demand. */
const folded = ['month', 'remindsAt', 'remindsAgainAt', 'threshold', 'questions', 'teams']
