import { Page } from '../layout.tsx'
import { Pages } from '../parts/pages.tsx'
import { useMonth } from '../parts/time.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import { useMessages, useWording } from '../setting.ts'
import type { Interval } from './figures.ts'
import { InsightsHeader } from './header.tsx'
import type { Group } from './tabs.tsx'
import { useName } from './name.ts'
import { Scroll } from '../parts/scroll.tsx'

interface Item {
  key: string
  row: string | null
  bands: string[]
  question: { id: string; text: { en: { question: string; name?: string; rows?: Record<string, string> } } }
}

interface Shade {
  share: Interval | null
  n: number
  pooledAs: string | null
}

interface Map {
  items: Item[]
  rows: { id: string; path: readonly string[]; shades: (Shade | null)[] }[]
}

export interface HeatmapProps {
  group: Group
  groups: TeamsFound
  round: { id: string; month: string }
  /** The newest first. */
  rounds: { id: string; month: string }[]
  sort: string | null
  heatmap: { teams: Map; areas: Map; page: number; pages: number }
  leads: boolean
}

export function HeatmapPage({ group, groups, round, rounds, sort, heatmap, leads }: HeatmapProps) {
  const { insights } = useMessages()
  const text = insights.heatmap
  const month = useMonth()
  return (
    <Page title={text.title(group.name, month(round.month))} wide live>
      <InsightsHeader group={group} groups={groups} current="heatmap" leads={leads}>
        <label for="round">{text.round}</label>
        <select id="round" name="round">
          {rounds.map((one) => (
            <option value={one.id} selected={one.id === round.id}>
              {month(one.month)}
            </option>
          ))}
        </select>
      </InsightsHeader>
      <p>{text.lead}</p>
      <Scale />
      <h2>{text.teams}</h2>
      {heatmap.teams.rows.length === 0 && <p>{text.none}</p>}
      {heatmap.teams.rows.length > 0 && <Teams map={heatmap.teams} group={group} round={round} sort={sort} />}
      {isPooled(heatmap.teams) && <p class="hint">{text.pooled}</p>}
      <Pages
        page={heatmap.page}
        pages={heatmap.pages}
        to={(number) => `/heatmap/${group.id}?round=${round.id}${sort ? `&sort=${sort}` : ''}&page=${number}`}
      />
      {heatmap.areas.rows.length > 0 && <Areas map={heatmap.areas} />}
      <p class="actions">
        {insights.exports} <a href={`/heatmap/${group.id}/heatmap.csv?round=${round.id}`}>CSV</a>
        <a href={`/heatmap/${group.id}/heatmap.json?round=${round.id}`}>JSON</a>
      </p>
    </Page>
  )
}

const isPooled = ({ rows }: Map): boolean =>
  rows.some(({ shades }) => shades.some((shade) => shade?.pooledAs))

const steps = 7
/** Which of the seven steps from low to high a share falls in. */
const stepOf = ([low, high]: Interval): number => Math.min(steps - 1, Math.floor(((low + high) / 2) * steps))

function Scale() {
  const text = useMessages().insights.heatmap
  return (
    <p class="legend" aria-hidden="true">
      {text.legend}
      <span class="shades">
        {Array.from({ length: steps }, (_, step) => (
          <i class={`shade shade-${step}`} />
        ))}
      </span>
    </p>
  )
}

interface TeamsProps {
  map: Map
  group: Group
  round: { id: string }
  sort: string | null
}

function Teams({ map, group, round, sort }: TeamsProps) {
  const nameOf = useName()
  const { insights } = useMessages()
  const text = insights.heatmap
  const here = `/heatmap/${group.id}?round=${round.id}`
  const depth = Math.min(...map.rows.map(({ path }) => path.length))
  const amounts = new Set(map.items.flatMap(({ bands }, column) => (bands.includes('high') ? [column] : [])))
  return (
    <Scroll label={text.teams}>
      <table class="heat">
        <thead>
          <tr>
            <th scope="col">{sort ? <a href={here}>{text.inOrder}</a> : text.team}</th>
            {map.items.map(({ key, question }) => {
              const name = nameOf({ question })
              return (
                <th scope="col" aria-sort={sort === key ? 'ascending' : undefined}>
                  <a href={`${here}&sort=${key}`} title={text.sortBy(name)}>
                    {name}
                  </a>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {map.rows.map(({ id, path, shades }) => (
            <tr>
              <th scope="row" class={sort ? undefined : `level-${Math.min(6, path.length - depth + 1)}`}>
                <a href={`/overview/${id}`}>{sort ? path.join(' / ') : path.at(-1)}</a>
              </th>
              {shades.map((shade, column) => (
                <ShareCell shade={shade} amount={amounts.has(column)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function ShareCell({ shade, amount = false }: { shade: Shade | null; amount?: boolean }) {
  const { insights: text } = useMessages()
  if (!shade?.share)
    return (
      <td class="none">
        <span title={text.notShown}>–</span>
        <span class="unseen">{text.notShown}</span>
      </td>
    )
  const pooled = shade.pooledAs ? `; ${text.table.pooled(shade.pooledAs)}` : ''
  return (
    <td
      class={`shade-${stepOf(shade.share)}${amount ? ' amount' : ''}`}
      title={`${text.heatmap.n(shade.n)}${pooled}`}
    >
      {text.heatmap.field(shade.share)}
      {shade.pooledAs && <sup>*</sup>}
    </td>
  )
}

function Areas({ map }: { map: Map }) {
  const said = useWording()
  const { insights } = useMessages()
  const text = insights.heatmap
  return (
    <section>
      <h2>{text.areas}</h2>
      <p>{text.areasLead}</p>
      <Scroll label={text.areas}>
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">{text.area}</th>
              {map.items.map(({ row, question }) => (
                <th scope="col">{said(question.text).rows?.[row!] ?? row}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map(({ path, shades }) => (
              <tr>
                <th scope="row">{path.join(' / ')}</th>
                {shades.map((shade) => (
                  <ShareCell shade={shade} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
