import { useMessages } from '../setting.ts'
import { bandOrder, share } from './bar.tsx'
import type { Item } from './item.tsx'
import { Scroll } from '../parts/scroll.tsx'

/** All figures of a page once more, for whoever reads tables better than bars, or not with their eyes. */
export function FiguresTable({ items }: { items: Item[] }) {
  const text = useMessages().results
  return (
    <details>
      <summary>{text.asTable}</summary>
      <Scroll>
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
                <td>{question.text.en.question}</td>
                {sum.shown === 0 ? (
                  <td colSpan={4}>{text.notShown}</td>
                ) : (
                  <>
                    <td class="number">{sum.n}</td>
                    {bandOrder(bands).map((band) => (
                      <td class="number">{share(sum.bands[band]!, sum.n)}</td>
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
