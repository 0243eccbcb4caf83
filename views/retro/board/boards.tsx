import { Page } from '../../layout.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Pages } from '../../parts/pages.tsx'
import { areMany } from '../../parts/teams.tsx'
import { useMessages } from '../../setting.ts'
import { useDay } from './record.tsx'
import type { BoardsProps } from './boards-props.ts'
import { Kits } from './kits.tsx'
import { Start } from './start.tsx'

export function BoardsPage({ boards, page, pages, typed, faults, ...offered }: BoardsProps) {
  const { teams, rounds } = offered
  const text = useMessages().board.list
  const leadsAny = teams.of > 0
  const running = boards.filter(({ stage }) => stage !== 'ended')
  const past = boards.filter(({ stage }) => stage === 'ended')
  return (
    <Page title={text.title} live={areMany(teams)}>
      <p class="lead">{leadsAny ? text.lead : text.noneToLead}</p>
      {leadsAny && rounds.length > 0 && <Kits teams={teams} />}
      {running.length > 0 && (
        <section>
          <h2>{text.running}</h2>
          <Rows boards={running} />
        </section>
      )}
      {leadsAny && <Start {...offered} typed={typed} faults={faults} />}
      <h2>{text.past}</h2>
      {past.length === 0 ? <Empty text={text.nonePast} /> : <Rows boards={past} />}
      {leadsAny && offered.saved.length > 0 && <Saved saved={offered.saved} />}
      <Pages page={page} pages={pages} to={(number) => `/boards?page=${number}`} />
    </Page>
  )
}

/** Columns that were saved for every retro of the organisation. */
function Saved({ saved }: Pick<BoardsProps, 'saved'>) {
  const text = useMessages().board.list
  return (
    <details>
      <summary>{text.saved}</summary>
      <ul class="rows">
        {saved.map(({ id, name, columns }) => (
          <li>
            <span>
              {name} <small>{columns.join(', ')}</small>
            </span>
            <form method="post" action={`/boards/templates/${id}/removal`}>
              <button class="quiet small" aria-label={text.removeSavedOf(name)}>
                {text.removeSaved}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Rows({ boards }: Pick<BoardsProps, 'boards'>) {
  const text = useMessages().board
  const day = useDay()
  return (
    <ul class="rows">
      {boards.map(({ id, team, stage, startedAt }) => (
        <li>
          <span>
            <a href={stage === 'ended' ? `/boards/${id}/record` : `/boards/${id}`}>
              {text.list.was(team ?? text.list.formerTeam)}
            </a>{' '}
            <small>{day(startedAt)}</small>
          </span>
          <span class={stage === 'ended' ? 'tag' : 'tag open'}>{text.stages[stage]}</span>
        </li>
      ))}
    </ul>
  )
}
