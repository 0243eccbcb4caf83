import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Pages } from '../parts/pages.tsx'
import { areMany, FindTeam, type TeamsFound } from '../parts/teams.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

interface ListProps {
  /** The rounds of this page. */
  some: { id: string; name: string; closesAt: Date }[]
  page: number
  pages: number
  teams: TeamsFound
}

export function ResultsListPage({ some, page, pages, teams }: ListProps) {
  const text = useMessages().results
  const sought = encodeURIComponent(teams.sought)
  return (
    <Page title={text.title} live={areMany(teams)}>
      {some.length === 0 && <Empty text={text.none} />}
      <FindTeam action="/results" found={teams}>
        <ul class="rows">
          {some.map((round, n) => (
            <Round round={round} teams={teams} open={n === 0 && page === 0} />
          ))}
        </ul>
        <Pages page={page} pages={pages} to={(number) => `/results?q=${sought}&page=${number}`} />
      </FindTeam>
    </Page>
  )
}

interface RoundProps {
  round: ListProps['some'][number]
  teams: TeamsFound
  open: boolean
}

function Round({ round, teams, open }: RoundProps) {
  const text = useMessages().results
  return (
    <li>
      <div>
        <h2>
          <a href={`/rounds/${round.id}/results`}>{round.name}</a>
        </h2>
        <p class="hint">
          {text.closed} <Time at={round.closesAt} />
        </p>
      </div>
      <details open={open}>
        <summary>{text.teams}</summary>
        <ul class="plain">
          {teams.teams.map(({ id, path }) => (
            <li>
              <a href={`/rounds/${round.id}/results/${id}`}>{path}</a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
