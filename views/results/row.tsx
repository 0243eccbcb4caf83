import { useMonth } from '../parts/time.tsx'
import { useMessages, useWording } from '../setting.ts'
import { Bar, bandOrder, partOf, type Interval } from './bar.tsx'
import { ItemAnswers, type Item } from './item.tsx'

/** How far each question's share went since the round before. */
export interface MonthBefore {
  /** YYYY-MM. */
  month: string
  moved: Map<string, Interval>
}

/** The same shares of the group above. */
export interface GroupAbove {
  name: string
  shares: Map<string, Interval>
}

interface RowProps {
  item: Item
  open?: boolean
  /** Null, as in a first month, shows nothing beside. */
  since?: MonthBefore | null
  above?: GroupAbove | null
}

/**
 * One question in a line: its good end, the answers as a bar, how many are at that end, and how far that went since
 * the month before. It opens to the answers in words, and to the group above.
 */
export function ResultRow({ item, open = false, since, above }: RowProps) {
  const { insights, results: text } = useMessages()
  const month = useMonth('bare')
  const { question, name } = useWording()(item.question.text)
  const { sum, bands, key, pooledAs } = item
  const order = bandOrder(bands)
  const [end] = order
  const share = end && sum.shown > 0 ? partOf(sum, end) : null
  const moved = since?.moved.get(key)
  return (
    <details class="result" open={open}>
      <summary>
        <span class="name">{name ?? question}</span>
        {share ? (
          <>
            <Bar id={`row-${key}`} sum={sum} order={order} />
            <b title={insights.share(share)}>{insights.about(share)}</b>
            {since && moved && (
              <small class="since">
                {insights.signed(moved)} {insights.asked.since(month(since.month))}
              </small>
            )}
          </>
        ) : (
          <span class="hint">{text.notShown}</span>
        )}
      </summary>
      <p>{question}</p>
      {pooledAs && <p class="hint">{text.pooledAs(pooledAs)}</p>}
      <ItemAnswers item={item} bar={share === null} />
      <Above above={above ?? null} of={key} />
    </details>
  )
}

/** The same share of the group above, quietly. */
export function Above({ above, of }: { above: GroupAbove | null; of: string }) {
  const { insights, results: text } = useMessages()
  const share = above?.shares.get(of)
  return above && share ? <p class="hint">{text.above(above.name, insights.share(share))}</p> : null
}
