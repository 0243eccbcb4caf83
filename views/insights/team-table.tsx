import { Scroll } from '../parts/scroll.tsx'
import { useMessages } from '../setting.ts'
import { useName } from './name.ts'
import { ShadeCell } from './shade-cell.tsx'
import type { Show } from './shades.tsx'
import { isAmount, type ShareTable } from './share-table.ts'

interface TeamTableProps {
  table: ShareTable
  show: Show
  sort: string | null
  /** The address of the map sorted by a question; null for the order of the tree. */
  to: (key: string | null) => string
}

export function TeamTable({ table: { items, rows }, show, sort, to }: TeamTableProps) {
  const nameOf = useName()
  const text = useMessages().insights.heatmap
  const depth = Math.min(...rows.map(({ path }) => path.length))
  const amounts = items.map(isAmount)
  return (
    <Scroll label={text.teams}>
      <table class="heat">
        <thead>
          <tr>
            <th scope="col">{sort ? <a href={to(null)}>{text.inOrder}</a> : text.team}</th>
            {items.map(({ key, question }) => {
              const name = nameOf({ question })
              return (
                <th scope="col" aria-sort={sort === key ? 'ascending' : undefined}>
                  <a href={to(key)} title={text.sortBy(name)}>
                    {name}
                  </a>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, path, shades }) => (
            <tr>
              <th scope="row" class={sort ? undefined : `level-${Math.min(6, path.length - depth + 1)}`}>
                <a href={`/overview/${id}`}>{sort ? path.join(' / ') : path.at(-1)}</a>
              </th>
              {shades.map((shade, column) => (
                <ShadeCell shade={shade} show={show} amount={amounts[column]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
