import { Scroll } from '../parts/scroll.tsx'
import { useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import { AskedRow, type AskedProps } from './asked-row.tsx'
import type { Series } from './figures.ts'

/** Every question in a line of its own, the clearest change first; a line opens to its chart and its figures. */
export function Asked(props: AskedProps) {
  const { history, series, changes } = props.overview
  const { insights } = useMessages()
  const text = insights.asked
  const month = useMonth('bare')
  const changeOf = new Map(changes.map((change) => [change.series.key, change]))
  const strength = ({ key }: Series) => Math.abs(changeOf.get(key)?.lasting.z ?? -1)
  const rows = series.filter(({ row }) => row === null).toSorted((a, b) => strength(b) - strength(a))
  const months = [...new Set(history.map(({ round }) => round.month))]
  const before = months.at(-2)
  return (
    <section>
      <h2>{text.title}</h2>
      <p class="hint">{text.key}</p>
      <Scroll label={text.title}>
        <table class="asked">
          <thead>
            <tr>
              <th scope="col">{text.question}</th>
              <th scope="col" class="line">
                {text.line(months.length)}
              </th>
              <th scope="col" class="number">
                {text.now}
              </th>
              <th scope="col" class="number latest">
                {before && text.since(month(before))}
              </th>
              <th scope="col" class="number year">
                {text.inAYear}
              </th>
              <th scope="col">{text.verdict}</th>
            </tr>
          </thead>
          {rows.map((one) => (
            <AskedRow {...props} own={one} change={changeOf.get(one.key)} months={months} />
          ))}
        </table>
      </Scroll>
      <p class="hint">{text.note}</p>
    </section>
  )
}
