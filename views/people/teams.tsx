import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface TeamsProps {
  teams: { id: string; path: readonly string[]; direct: number; below: number; managers: string[] }[]
}

export function TeamsPage({ teams }: TeamsProps) {
  const text = useMessages().people.teamsPage
  const people = teams.reduce((sum, team) => sum + team.direct, 0)
  return (
    <Page title={text.title} wide>
      {teams.length === 0 ? (
        <Empty text={text.empty}>
          <a class="button" href="/roster/imports/new">
            {text.import}
          </a>
        </Empty>
      ) : (
        <>
          <p class="lead">{text.lead(people, teams.filter((team) => team.below > 0).length)}</p>
          <p class="actions">
            <a class="button" href="/roster/imports/new">
              {text.import}
            </a>
            <a href="/people.csv">{text.download}</a>
          </p>
          <Tree teams={teams} />
        </>
      )}
    </Page>
  )
}

/** A table in the order of the tree: names are indented for the eye and levelled for a screen reader. */
function Tree({ teams }: TeamsProps) {
  const text = useMessages().people.teamsPage
  return (
    <Scroll>
      <table class="broad">
        <thead>
          <tr>
            <th>{text.team}</th>
            <th class="number">{text.direct}</th>
            <th class="number">{text.below}</th>
            <th>{text.managers}</th>
          </tr>
        </thead>
        <tbody>
          {teams.map(({ path, direct, below, managers }) => (
            <tr>
              <td class={`level-${Math.min(path.length, 6)}`}>
                <a href={`/people?q=${encodeURIComponent(path.join(' / '))}`} aria-label={path.join(', ')}>
                  {path.at(-1)}
                </a>
              </td>
              <td class="number">{direct}</td>
              <td class="number">{below > 0 ? below : text.vacant}</td>
              <td>{managers.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
