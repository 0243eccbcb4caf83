import type { X, Y } from './places.ts'
import { middle, type SharePoint } from './points.ts'

/** What lies between the two lines, over the months in which both are known. */
export function Gap({
  text,
  own,
  beside,
  x,
  y,
}: {
  text: string
  own: SharePoint[]
  beside: SharePoint[]
  x: X
  y: Y
}) {
  const besides = new Map(beside.map(({ month, share }) => [month, middle(share)]))
  const both = own.flatMap(({ month, share }) => {
    const other = besides.get(month)
    return other === undefined ? [] : [{ month, one: middle(share), other }]
  })
  const last = both.at(-1)
  if (!last || both.length < 2) return null
  const there = both.map(({ month, other }) => `${x(month)} ${y(other)}`)
  const back = both.toReversed().map(({ month, one }) => `${x(month)} ${y(one)}`)
  return (
    <>
      <path class="gap" d={`M${[...there, ...back].join('L')}Z`} />
      <text class="gap-label" x={x(last.month) - 8} y={y((last.one + last.other) / 2) + 5} text-anchor="end">
        {text}
      </text>
    </>
  )
}
