import { useMessages } from '../setting.ts'
import { Bar, bandOrder, share, type Sum } from './bar.tsx'

export interface Item {
  key: string
  row: string | null
  bands: string[]
  question: {
    kind: 'scale' | 'grid' | 'remark' | 'attribute'
    text: { en: { question: string; levels?: string[]; rows?: Record<string, string> } }
  }
  sum: Sum
  /** The class shown instead where the team is only a part of it. */
  pooledAs: string | null
}

export function ItemResult({ item }: { item: Item }) {
  const t = useMessages()
  const { sum, bands, question, pooledAs } = item
  const order = bandOrder(bands)
  return (
    <section class="item">
      <h3>{question.text.en.question}</h3>
      {pooledAs && <p class="hint">{t.results.pooledAs(pooledAs)}</p>}
      {sum.shown > 0 && <p>{sentence(t, sum, order)}</p>}
      <Bar id={item.key} sum={sum} order={order} />
      {sum.shown > 0 && sum.shown < sum.classes && (
        <p class="hint">{t.results.partly(sum.shown, sum.classes)}</p>
      )}
      {sum.histogram && question.text.en.levels && (
        <Levels histogram={sum.histogram} levels={question.text.en.levels} />
      )}
    </section>
  )
}

type Messages = ReturnType<typeof useMessages>

function sentence(t: Messages, sum: Sum, order: string[]): string {
  const { n, bands } = sum
  const single = Object.entries(bands).find(([, [low, high]]) => low === n - 1 && high === n)
  if (!sum.histogram && sum.classes === 1 && single)
    return t.results.allOrAllButOne(n, t.results.bands[single[0] as keyof typeof t.results.bands])
  const parts = order.map(
    (band) => `${share(bands[band]!, n)} ${t.results.bands[band as keyof typeof t.results.bands]}`,
  )
  return t.results.shares(n, parts)
}

function Levels({ histogram, levels }: { histogram: number[]; levels: string[] }) {
  const t = useMessages()
  return (
    <details>
      <summary>{t.results.levels}</summary>
      <table>
        <thead>
          <tr>
            <th>{t.results.level}</th>
            <th class="number">{t.results.people}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level, n) => (
            <tr>
              <td>{level}</td>
              <td class="number">{histogram[n]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
