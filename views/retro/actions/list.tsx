import { Page } from '../../layout.tsx'
import { areMany, FindTeam, type TeamsFound } from '../../parts/teams.tsx'
import { useMessages } from '../../setting.ts'
import { OpenAction, type OpenActionProps } from './open.tsx'

interface ActionsProps {
  /** Open ones of the reader's own. */
  own: (OpenActionProps['action'] & { team: string })[]
  found: Omit<TeamsFound, 'teams'> & { teams: (TeamsFound['teams'][number] & { open: number })[] }
  today: string
}

export function ActionsPage({ own, found, today }: ActionsProps) {
  const { learnt, teamActions } = useMessages()
  const { title, list: text } = teamActions
  return (
    <Page title={title} live={areMany(found)}>
      <h2>{text.own}</h2>
      {own.length === 0 && <p>{text.ownNone}</p>}
      <ul class="rows">
        {own.map((action) => (
          <OpenAction action={action} today={today} about={action.team} mayComplete mayChange={false} />
        ))}
      </ul>
      <p>
        <a href="/learnt">{learnt.link}</a>
      </p>
      {found.of > 0 && <h2>{text.teams}</h2>}
      <FindTeam action="/actions" found={found}>
        <ul class="rows">
          {found.teams.map(({ id, path, open }) => (
            <li>
              <a href={`/teams/${id}/actions`}>{path}</a>
              <span class="hint">{open > 0 ? text.open(open) : text.noneOpen}</span>
            </li>
          ))}
        </ul>
      </FindTeam>
    </Page>
  )
}
