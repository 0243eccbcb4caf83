import { InsightsHeader } from '../../insights/header.tsx'
import { Page } from '../../layout.tsx'
import { Empty } from '../../parts/empty.tsx'
import { FormFaults } from '../../parts/field.tsx'
import type { TeamsFound } from '../../parts/teams.tsx'
import { useMessages, useWording } from '../../setting.ts'
import { EndedActions, type EndedAction } from './ended.tsx'
import { ActionFields, type ActionFieldsProps } from './fields.tsx'
import { OpenAction, type OpenActionProps } from './open.tsx'

interface TeamAction extends EndedAction {
  ownerId: string | null
  due: string
  /** The question it should move. */
  moves: { en: { question: string } } | null
  issue: OpenActionProps['action']['issue']
}

interface TeamActionsProps extends ActionFieldsProps {
  team: { id: string; path: string }
  groups: TeamsFound
  actions: TeamAction[]
  viewerId: string
  leads: boolean
  /** Whether a place is connected where issues are made of them. */
  makesIssues: boolean
  today: string
}

export function TeamActionsPage({
  team,
  groups,
  actions,
  viewerId,
  leads,
  makesIssues,
  today,
  ...fields
}: TeamActionsProps) {
  const said = useWording()
  const { teamActions, issues } = useMessages()
  const { team: text, form } = teamActions
  const of = (state: TeamAction['state']) => actions.filter((action) => action.state === state)
  const [open, done, dropped] = [of('open'), of('done'), of('dropped')]
  return (
    <Page title={text.title(team.path)} wide live>
      <InsightsHeader
        group={{ id: team.id, name: team.path }}
        groups={groups}
        current="actions"
        leads={leads}
      />
      <p class="lead">{text.lead}</p>
      <div class="columns">
        <section>
          <h2>{text.open}</h2>
          {open.length === 0 && <Empty text={text.none} />}
          <ul class="rows">
            {open.map((action) => (
              <OpenAction
                action={action}
                today={today}
                about={action.moves && text.moves(said(action.moves).question)}
                mayComplete={leads || action.ownerId === viewerId}
                mayChange={leads}
                makesIssues={leads && makesIssues}
              />
            ))}
          </ul>
          {leads && (
            <details open={open.length === 0 || Object.keys(fields.faults).length > 0}>
              <summary>{form.add}</summary>
              <FormFaults faults={fields.faults} />
              <form method="post" action="/actions">
                <input type="hidden" name="team" value={team.id} />
                <ActionFields {...fields} />
                <button>{form.submit}</button>
              </form>
            </details>
          )}
        </section>
        <section>
          {done.length > 0 && <h2>{text.done}</h2>}
          <EndedActions actions={done} team={team} leads={leads} />
          {dropped.length > 0 && <h2>{text.dropped}</h2>}
          <EndedActions actions={dropped} team={team} leads={leads} />
        </section>
      </div>
      <p class="actions">
        {issues.files} <a href={`/teams/${team.id}/actions.md`}>{issues.markdown}</a>
        <a href={`/teams/${team.id}/actions.csv`}>{issues.csv}</a>
        {leads && <a href={`/teams/${team.id}/tracker`}>{issues.connectTeam}</a>}
      </p>
    </Page>
  )
}
