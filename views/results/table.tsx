import { useMessages, useWording } from '../setting.ts'
import { bandOrder, partOf } from './bar.tsx'
import type { Item } from './item.tsx'
import { Scroll } from '../parts/scroll.tsx'

/** All figures of a page once more, for whoever reads tables better than bars, or not with their eyes. */
export function FiguresTable({ items }: { items: Item[] }) {
  const said = useWording()
  const { insights, results: text } = useMessages()
  return (
    <details>
      <summary>{text.asTable}</summary>
      <Scroll label={text.asTable}>
        <table class="broad">
          <thead>
            <tr>
              <th>{text.question}</th>
              <th class="number">{text.people}</th>
              <th class="number">{text.upper}</th>
              <th class="number">{text.centre}</th>
              <th class="number">{text.lower}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ question, sum, bands }) => (
              <tr>
                <td>{said(question.text).question}</td>
                {sum.shown === 0 ? (
                  <td colSpan={4}>{text.notShown}</td>
                ) : (
                  <>
                    <td class="number">{sum.n}</td>
                    {bandOrder(bands).map((band) => (
                      <td class="number">{insights.share(partOf(sum, band))}</td>
                    ))}
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  )
}
