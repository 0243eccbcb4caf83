import { Search } from '../parts/search.tsx'
import { areMany, type TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'

interface OthersProps {
  round: { id: string }
  others: TeamsFound
  /** Whose results are shown; null for the organisation. */
  teamId: string | null
}

export function Others({ round, others, teamId }: OthersProps) {
  const { results: text, teamSearch } = useMessages()
  return (
    <>
      <nav aria-label={text.others}>
        <span class="hint">{text.others}</span>
        {teamId !== null && <a href={`/rounds/${round.id}/results`}>{text.organisation}</a>}
        {!areMany(others) &&
          others.teams
            .filter(({ id }) => id !== teamId)
            .map(({ id, path }) => <a href={`/rounds/${round.id}/results/${id}`}>{path}</a>)}
      </nav>
      {areMany(others) && <Search action="/results" name="q" label={teamSearch.label} sought="" />}
    </>
  )
}
