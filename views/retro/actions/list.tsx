import { Page } from '../../layout.tsx'
import { useMessages } from '../../setting.ts'
import { OpenAction, type OpenActionProps } from './open.tsx'

interface ActionsProps {
  /** Open ones of the reader's own. */
  own: (OpenActionProps['action'] & { team: string })[]
  teams: { id: string; path: string; open: number }[]
  today: string
}

export function ActionsPage({ own, teams, today }: ActionsProps) {
  const { title, list: text } = useMessages().teamActions
  return (
    <Page title={title}>
      <h2>{text.own}</h2>
      {own.length === 0 && <p>{text.ownNone}</p>}
      <ul class="rows">
        {own.map((action) => (
          <OpenAction action={action} today={today} about={action.team} mayComplete mayChange={false} />
        ))}
      </ul>
      {teams.length > 0 && <h2>{text.teams}</h2>}
      <ul class="rows">
        {teams.map(({ id, path, open }) => (
          <li>
            <a href={`/teams/${id}/actions`}>{path}</a>
            <span class="hint">{open > 0 ? text.open(open) : text.noneOpen}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
