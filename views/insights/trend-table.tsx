import type { Measure } from '../charts/strip.tsx'
import { useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import type { Annotation } from './annotations.tsx'
import type { Beside } from './beside.ts'
import type { Series } from './figures.ts'
import { Scroll } from '../parts/scroll.tsx'

interface TrendTableProps {
  own: Series
  beside: Beside | null
  measure: Measure | null
  annotations: Annotation[]
}

/** The chart's figures, month by month. */
export function TrendTable({ own, beside, measure, annotations }: TrendTableProps) {
  const { insights: text } = useMessages()
  const month = useMonth('short')
  const besideBy = new Map(beside?.points.map((point) => [point.month, point.share]))
  const measureBy = new Map(measure?.points.map((point) => [point.month, point.value]))
  const happenedIn = (month: string) =>
    annotations
      .filter((one) => one.month === month)
      .map((one) => one.text)
      .join('; ')
  return (
    <details>
      <summary>{text.table.summary}</summary>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>{text.table.month}</th>
              <th class="number">{text.table.share}</th>
              <th class="number">{text.table.people}</th>
              {beside && <th class="number">{beside.name}</th>}
              {measure && <th class="number">{measure.label}</th>}
              {annotations.length > 0 && <th class="happened">{text.table.happened}</th>}
            </tr>
          </thead>
          <tbody>
            {own.points.map((point) => {
              const share = besideBy.get(point.month)
              const value = measureBy.get(point.month)
              return (
                <tr>
                  <td>
                    {month(point.month)}
                    {point.pooledAs && <small> {text.table.pooled(point.pooledAs)}</small>}
                  </td>
                  {point.share ? (
                    <>
                      <td class="number">{text.share(point.share)}</td>
                      <td class="number">{point.sum.n}</td>
                    </>
                  ) : (
                    <td colSpan={2}>{text.notShown}</td>
                  )}
                  {beside && <td class="number">{share ? text.share(share) : ''}</td>}
                  {measure && <td class="number">{value === undefined ? '' : text.measured(value)}</td>}
                  {annotations.length > 0 && <td>{happenedIn(point.month)}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
    </details>
  )
}
