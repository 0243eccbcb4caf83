import { Page } from '../layout.tsx'
import { Pages } from '../parts/pages.tsx'
import { useMonth } from '../parts/time.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'
import { AreaTable } from './area-table.tsx'
import { InsightsHeader } from './header.tsx'
import { columnsWhere, hasAmounts, isUse, type ShareTable } from './share-table.ts'
import { Legend, type Show } from './shades.tsx'
import type { Group } from './tabs.tsx'
import { TeamTable } from './team-table.tsx'

export interface HeatmapProps {
  group: Group
  groups: TeamsFound
  round: { id: string; month: string }
  /** The one before it, where what changed since then is shown. */
  before: { month: string } | null
  /** The newest first. */
  rounds: { id: string; month: string }[]
  show: Show
  sort: string | null
  heatmap: { teams: ShareTable; areas: ShareTable; page: number; pages: number }
  leads: boolean
}

export function HeatmapPage({
  group,
  groups,
  round,
  before,
  rounds,
  show,
  sort,
  heatmap,
  leads,
}: HeatmapProps) {
  const { insights } = useMessages()
  const text = insights.heatmap
  const month = useMonth()
  const chosen = { group, round, show, sort, page: heatmap.page + 1 }
  const isChange = show === 'change'
  return (
    <Page title={text.title(group.name, month(round.month))} wide live>
      <InsightsHeader group={group} groups={groups} current="heatmap" leads={leads}>
        {isChange && <input type="hidden" name="show" value={show} />}
        {sort && <input type="hidden" name="sort" value={sort} />}
        <label for="round">{text.round}</label>
        <select id="round" name="round">
          {rounds.map((one) => (
            <option value={one.id} selected={one.id === round.id}>
              {month(one.month)}
            </option>
          ))}
        </select>
      </InsightsHeader>
      <nav class="switch" aria-label={text.switch}>
        {(['now', 'change'] as const).map((one) => (
          <a href={addressOf({ ...chosen, show: one })} aria-current={one === show ? 'true' : undefined}>
            {text.shows[one]}
          </a>
        ))}
      </nav>
      {isChange && !before && <p>{text.nothingBefore}</p>}
      {(!isChange || before) && (
        <>
          <p>{before ? text.changeLead(month(before.month)) : text.lead}</p>
          <Teams heatmap={heatmap} chosen={chosen} />
          <AreaTable what="help" table={columnsWhere(heatmap.areas, (item) => !isUse(item))} show={show} />
          <AreaTable what="use" table={columnsWhere(heatmap.areas, isUse)} show={show} />
          <p class="actions">
            {insights.exports} <a href={addressOf(chosen, '/heatmap.csv')}>CSV</a>
            <a href={addressOf(chosen, '/heatmap.json')}>JSON</a>
          </p>
        </>
      )}
    </Page>
  )
}

interface Chosen {
  group: Group
  round: { id: string }
  show: Show
  sort: string | null
  /** From 1. */
  page: number
}

/** What is not said is left at what the page proposes. */
function addressOf({ group, round, show, sort, page }: Chosen, file = ''): string {
  const query = new URLSearchParams({
    round: round.id,
    ...(show === 'change' && { show }),
    ...(sort && { sort }),
    ...(page > 1 && { page: String(page) }),
  })
  return `/heatmap/${group.id}${file}?${query.toString()}`
}

function Teams({ heatmap: { teams, pages }, chosen }: Pick<HeatmapProps, 'heatmap'> & { chosen: Chosen }) {
  const text = useMessages().insights.heatmap
  const { show, sort, page } = chosen
  const shades = teams.rows.flatMap((row) => row.shades)
  const legends = text.legends[show]
  return (
    <>
      <h2>{text.teams}</h2>
      <Legend show={show} label={legends.goodEnd} />
      {hasAmounts(teams) && <Legend show={show} label={legends.amounts} amount />}
      {teams.rows.length === 0 && <p>{text.none}</p>}
      {teams.rows.length > 0 && (
        <TeamTable
          table={teams}
          show={show}
          sort={sort}
          to={(key) => addressOf({ ...chosen, sort: key, page: 1 })}
        />
      )}
      {shades.some((shade) => shade?.pooledAs) && <p class="hint">{text.pooled}</p>}
      {shades.some((shade) => shade?.went?.partly) && <p class="hint">{text.partly}</p>}
      <Pages page={page - 1} pages={pages} to={(number) => addressOf({ ...chosen, page: number })} />
    </>
  )
}
