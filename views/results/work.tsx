import { Scroll } from '../parts/scroll.tsx'
import { useMessages, useWording } from '../setting.ts'
import { bandOrder, partOf, type Sum } from './bar.tsx'
import type { Item } from './item.tsx'

/** The grid as one table, a row a kind of work: whether AI helped, and whether it was used; nothing where it was not asked. */
export function Work({ rows }: { rows: Item[] }) {
  const said = useWording()
  const { insights, results: text } = useMessages()
  const [first] = rows
  const helped = rows.filter(({ bands }) => bands.includes('helped'))
  const uses = new Map(rows.filter(({ bands }) => bands.includes('used')).map(({ row, sum }) => [row, sum]))
  if (!first) return null
  return (
    <section>
      <h2>{said(first.question.text).question}</h2>
      {first.pooledAs && <p class="hint">{text.pooledAs(first.pooledAs)}</p>}
      <Scroll label={said(first.question.text).question}>
        <table class="compact">
          <thead>
            <tr>
              <th>{text.kindOfWork}</th>
              <th class="number">{text.helped}</th>
              <th class="number">{text.hurt}</th>
              <th class="number">{text.people}</th>
              {uses.size > 0 && <th class="number">{text.used}</th>}
            </tr>
          </thead>
          <tbody>
            {helped.map(({ row, question, sum, bands }) => (
              <tr>
                <td>{said(question.text).rows?.[row ?? ''] ?? row}</td>
                {sum.shown === 0 ? (
                  <td colSpan={3}>{text.notShown}</td>
                ) : (
                  bandOrder(bands).map((band) => <td class="number">{insights.share(partOf(sum, band))}</td>)
                )}
                {sum.shown > 0 && <td class="number">{sum.n}</td>}
                {uses.size > 0 && <Used sum={uses.get(row)} />}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** Of those who answered for this kind of work. */
function Used({ sum }: { sum: Sum | undefined }) {
  const { insights, results: text } = useMessages()
  if (!sum || sum.shown === 0) return <td>{text.notShown}</td>
  return <td class="number">{insights.share(partOf(sum, 'used'))}</td>
}
