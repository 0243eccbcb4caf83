import { useMessages } from '../setting.ts'
import { stepOf, type Show } from './shades.tsx'
import type { Shade } from './share-table.ts'

interface ShadeCellProps {
  shade: Shade | null
  show: Show
  amount?: boolean | undefined
}

/** One figure in its shade, and when asked what it rests on. */
export function ShadeCell({ shade, show, amount = false }: ShadeCellProps) {
  const { insights } = useMessages()
  const text = insights.heatmap
  const told = show === 'change' ? shade?.went?.by : shade?.share
  if (!shade || !told) return <Nothing why={shade?.share ? text.notCompared : insights.notShown} />
  const { went, pooledAs, n } = shade
  const notes = [
    went ? text.fromTo(went.from, went.to) : text.n(n),
    ...(went?.partly ? [insights.asked.partly(went.partly.groups, went.partly.of)] : []),
    ...(pooledAs ? [insights.table.pooled(pooledAs)] : []),
  ]
  return (
    <td class={`shade-${stepOf(told, show)}${amount ? ' amount' : ''}`} title={notes.join('; ')}>
      {went ? text.went(told) : text.field(told)}
      {pooledAs && <sup>*</sup>}
      {went?.partly && <sup>†</sup>}
    </td>
  )
}

function Nothing({ why }: { why: string }) {
  return (
    <td class="none">
      <span title={why}>–</span>
      <span class="unseen">{why}</span>
    </td>
  )
}
