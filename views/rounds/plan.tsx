import { Page } from '../layout.tsx'
import {
  AreaField,
  Fault,
  FormFaults,
  TextField,
  typedText,
  type Faults,
  type FormProps,
  type Typed,
} from '../parts/field.tsx'
import { areMany, type TeamsFound } from '../parts/teams.tsx'
import { useMessages, useWording } from '../setting.ts'

interface Choice {
  question: {
    id: string
    kind: 'scale' | 'grid' | 'remark' | 'attribute'
    cut?: string
    text: { en: { question: string } }
  }
}

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

/** The plan in a sentence. */
function Summary({ bank, typed }: { bank: Choice[]; typed: Typed }) {
  const t = useMessages()
  const text = t.rounds.form
  const chosen = chosenIn(typed, 'questions')
  const asked = bank.map(({ question }) => question).filter(({ id }) => chosen.has(id))
  const cuts = asked.flatMap(({ id, cut }) => (cut ? [typedText(typed, `cuts.${id}`, cut)] : []))
  // What was typed may be anything.
  const known = Object.entries(t.rounds.cuts).flatMap(([cut, said]) => (cuts.includes(cut) ? [said] : []))
  const parts = [
    text.summary(
      asked.length,
      asked.reduce((sum, { kind }) => sum + secondsFor[kind], 0),
    ),
    t.list(chosenIn(typed, 'teams').size > 0 ? [text.someTeams] : [t.everybody.toLowerCase()]),
    ...(known.length > 0 ? [text.shownBy(known)] : []),
  ]
  return <p>{text.sentence(parts)}</p>
}

/** About what people take, in seconds. */
const secondsFor = { scale: 5, grid: 20, remark: 7, attribute: 4 }

/** A declared attribute is not offered: it is asked when, and only when, a question is cut by it. */
function Questions({ bank, typed, faults }: { bank: Choice[]; typed: Typed; faults: Faults }) {
  const said = useWording()
  const t = useMessages()
  const text = t.rounds.form
  const chosen = chosenIn(typed, 'questions')
  return (
    <fieldset>
      <legend>{text.questions}</legend>
      <p class="hint">{text.questionsHint}</p>
      <Fault name="questions" fault={faults.questions} />
      <input type="hidden" name="questions" value="" />
      {bank
        .filter(({ question }) => question.kind !== 'attribute')
        .map(({ question }) => (
          <div class="choice">
            <input
              type="checkbox"
              id={`questions-${question.id}`}
              name="questions"
              value={question.id}
              checked={chosen.has(question.id)}
            />
            <label for={`questions-${question.id}`}>{said(question.text).question}</label>
            {question.cut && (
              <select
                name={`cuts.${question.id}`}
                aria-label={`${text.cut}: ${said(question.text).question}`}
              >
                {Object.entries(t.rounds.cuts).map(([cut, label]) => (
                  <option
                    value={cut}
                    selected={cut === typedText(typed, `cuts.${question.id}`, question.cut)}
                  >
                    {label}
                  </option>
                ))}
              </select>
            )}
          </div>
        ))}
    </fieldset>
  )
}

/** Ticked while they are few, else typed. */
function Teams({ teams, typed, faults }: { teams: TeamsFound; typed: Typed; faults: Faults }) {
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

const chosenIn = (typed: Typed, name: string): Set<string> => new Set([typed[name] ?? []].flat())
