import { Scroll } from '../parts/scroll.tsx'
import { useMessages, useWording } from '../setting.ts'
import { ShadeCell } from './shade-cell.tsx'
import { Legend, type Show } from './shades.tsx'
import type { ShareTable } from './share-table.ts'

export function AreaTable({ table: { items, rows }, show }: { table: ShareTable; show: Show }) {
  const said = useWording()
  const text = useMessages().insights.heatmap
  return (
    <section>
      <h2>{text.areas}</h2>
      <p>{text.areasLead}</p>
      <Legend show={show} label={text.legends[show].help} />
      <Scroll label={text.areas}>
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">{text.area}</th>
              {items.map(({ row, question }) => (
                <th scope="col">{(row && said(question.text).rows?.[row]) ?? row}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ path, shades }) => (
              <tr>
                <th scope="row">{path.join(' / ')}</th>
                {shades.map((shade) => (
                  <ShadeCell shade={shade} show={show} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
