import { Scroll } from '../parts/scroll.tsx'
import { useMessages, useWording } from '../setting.ts'
import { bandOrder, partOf } from './bar.tsx'
import type { Item } from './item.tsx'

/** The help and hurt grid as one table, a row a kind of work; nothing where it was not asked. */
export function Work({ rows }: { rows: Item[] }) {
  const said = useWording()
  const { insights, results: text } = useMessages()
  const [first] = rows
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
              <th class="number">{text.bands.helped}</th>
              <th class="number">{text.bands.hurt}</th>
              <th class="number">{text.people}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, question, sum, bands }) => (
              <tr>
                <td>{said(question.text).rows?.[row ?? ''] ?? row}</td>
                {sum.shown === 0 ? (
                  <td colSpan={3}>{text.notShown}</td>
                ) : (
                  bandOrder(bands).map((band) => <td class="number">{insights.share(partOf(sum, band))}</td>)
                )}
                {sum.shown > 0 && <td class="number">{sum.n}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
