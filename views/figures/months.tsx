import { useMessages } from '../setting.ts'
import { sourceName } from './source.ts'
import { Scroll } from '../parts/scroll.tsx'

export type Month = {
  month: string
  source: string
  replaces: boolean
} & (
  | {
      kind: 'adoption'
      people: number
      seats: 'file' | 'roster'
      days: number | null
      atLeast: boolean
      classes: Record<'exact' | 'range' | 'none', number>
      kept: number
    }
  | { kind: 'delivery'; values: number; teams: number }
)

/** What an import would bring, a line a month. */
export function Months({ months }: { months: Month[] }) {
  const t = useMessages()
  const text = t.figures.import
  return (
    <Scroll>
      <table class="broad">
        <thead>
          <tr>
            <th class="number">{t.figures.list.month}</th>
            <th>{t.figures.list.source}</th>
            <th>{text.brings}</th>
            <th>{text.shown}</th>
            <th>{text.replaces}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((one) => (
            <tr>
              <td class="number">{one.month}</td>
              <td>{sourceName(t, one.source)}</td>
              <td>{one.kind === 'adoption' ? <Seats month={one} /> : text.values(one.values)}</td>
              <td>
                {one.kind === 'delivery' && t.figures.teams(one.teams)}
                {one.kind === 'adoption' && (one.atLeast ? text.atLeast : text.classes(one.classes))}
              </td>
              <td>
                {one.replaces ? text.replacesYes : text.replacesNo}
                {one.kind === 'adoption' && one.kept > 0 && `; ${text.kept(one.kept)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Seats({ month }: { month: Extract<Month, { kind: 'adoption' }> }) {
  const text = useMessages().figures.list
  return <>{text.people(month.people, month.seats, month.days)}</>
}
