import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

interface ListProps {
  rounds: { id: string; name: string; closesAt: Date }[]
  teams: { id: string; path: string }[]
}

export function ResultsListPage({ rounds, teams }: ListProps) {
  const text = useMessages().results
  return (
    <Page title={text.title}>
      {rounds.length === 0 && <Empty text={text.none} />}
      {rounds.map((round, n) => (
        <section>
          <h2>
            <a href={`/rounds/${round.id}/results`}>{round.name}</a>
          </h2>
          <p class="hint">
            {text.closed} <Time at={round.closesAt} />
          </p>
          <details open={n === 0}>
            <summary>{text.teams}</summary>
            <ul class="plain">
              {teams.map(({ id, path }) => (
                <li>
                  <a href={`/rounds/${round.id}/results/${id}`}>{path}</a>
                </li>
              ))}
            </ul>
          </details>
        </section>
      ))}
    </Page>
  )
}
