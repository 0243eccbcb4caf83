import { useMessages, useWording } from '../setting.ts'
import { Bar, bandOrder, partOf } from './bar.tsx'
import { ItemAnswers, type Item } from './item.tsx'

/** One question in a line: its good end, the answers as a bar, how many are at that end. It opens to the answers in words. */
export function ResultRow({ item, open = false }: { item: Item; open?: boolean }) {
  const { insights, results: text } = useMessages()
  const { question, name } = useWording()(item.question.text)
  const { sum, bands, key, pooledAs } = item
  const order = bandOrder(bands)
  const [end] = order
  const share = end && sum.shown > 0 ? partOf(sum, end) : null
  return (
    <details class="result" open={open}>
      <summary>
        <span class="name">{name ?? question}</span>
        {share ? (
          <>
            <Bar id={`row-${key}`} sum={sum} order={order} />
            <b title={insights.share(share)}>{insights.about(share)}</b>
          </>
        ) : (
          <span class="hint">{text.notShown}</span>
        )}
      </summary>
      <p>{question}</p>
      {pooledAs && <p class="hint">{text.pooledAs(pooledAs)}</p>}
      <ItemAnswers item={item} />
    </details>
  )
}
