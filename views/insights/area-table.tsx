import { Scroll } from '../parts/scroll.tsx'
import { useMessages, useWording } from '../setting.ts'
import { ShadeCell } from './shade-cell.tsx'
import { Legend, type Show } from './shades.tsx'
import type { ShareTable } from './share-table.ts'

interface AreaTableProps {
  /** Whether AI helped with each kind of work, or whether it was used for it. */
  what: 'help' | 'use'
  table: ShareTable
  show: Show
}

export function AreaTable({ what, table: { items, rows }, show }: AreaTableProps) {
  const said = useWording()
  const text = useMessages().insights.heatmap
  const { title, lead } = text.areas[what]
  const amount = what === 'use'
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <p>{lead}</p>
      <Legend show={show} label={text.legends[show][what]} amount={amount} />
      <Scroll label={title}>
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
                  <ShadeCell shade={shade} show={show} amount={amount} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
