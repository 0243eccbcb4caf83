import { useMessages, useWording } from '../setting.ts'
import { Bar, bandOrder, partOf, type Sum } from './bar.tsx'

export interface Item {
  key: string
  row: string | null
  bands: string[]
  question: {
    kind: 'scale' | 'grid' | 'remark' | 'attribute' | 'choice'
    text: {
      en: {
        question: string
        name?: string
        levels?: string[]
        rows?: Record<string, string>
        options?: Record<string, string>
      }
    }
  }
  sum: Sum
  /** The class shown instead where the team is only a part of it. */
  pooledAs: string | null
}

export function ItemResult({ item }: { item: Item }) {
  const said = useWording()
  const t = useMessages()
  return (
    <section class="item">
      <h3>{said(item.question.text).question}</h3>
      {item.pooledAs && <p class="hint">{t.results.pooledAs(item.pooledAs)}</p>}
      <ItemAnswers item={item} />
    </section>
  )
}

/** A sentence, a bar, and every level where the code tells it; beneath a bar that stands there already, the levels at once. */
export function ItemAnswers({ item, bar = true }: { item: Item; bar?: boolean }) {
  const t = useMessages()
  const { sum, bands, question } = item
  const { levels } = useWording()(question.text)
  const order = bandOrder(bands)
  const told = sum.histogram?.map((people, n) => ({ level: levels?.[n], people }))
  // The best end first, as the bar has it.
  if (bands[0] !== order[0]) told?.reverse()
  const nameOf = (band: string) => {
    const level = levelOf(bands, levels, band)
    return level ? t.results.levelName(level) : t.results.bands[band as keyof typeof t.results.bands]
  }
  return (
    <>
      {sum.shown > 0 && <p>{sentence(t, sum, order, nameOf)}</p>}
      {bar && <Bar id={item.key} sum={sum} order={order} />}
      {sum.shown > 0 && sum.shown < sum.classes && (
        <p class="hint">{t.results.partly(sum.shown, sum.classes)}</p>
      )}
      {told && levels && (bar ? <OnDemand told={told} /> : <Levels told={told} />)}
    </>
  )
}

/** Where every level is a band, bands are called by what people read. */
function levelOf(bands: string[], levels: string[] | undefined, band: string): string | undefined {
  if (new Set(bands).size < bands.length) return undefined
  return levels?.[bands.indexOf(band)]
}

type Messages = ReturnType<typeof useMessages>

function sentence(t: Messages, sum: Sum, order: string[], nameOf: (band: string) => string): string {
  const { n, bands } = sum
  const single = Object.entries(bands).find(([, [low, high]]) => low === n - 1 && high === n)
  if (!sum.histogram && sum.classes === 1 && single) return t.results.allOrAllButOne(n, nameOf(single[0]))
  const parts = order.map((band) => `${t.insights.share(partOf(sum, band))} ${nameOf(band)}`)
  return t.results.shares(n, parts)
}

function OnDemand(props: LevelsProps) {
  return (
    <details>
      <summary>{useMessages().results.levels}</summary>
      <Levels {...props} />
    </details>
  )
}

interface LevelsProps {
  told: { level: string | undefined; people: number }[]
}

function Levels({ told }: LevelsProps) {
  const t = useMessages()
  return (
    <table class="compact">
      <thead>
        <tr>
          <th>{t.results.level}</th>
          <th class="number">{t.results.people}</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ level, people }) => (
          <tr>
            <td>{level}</td>
            <td class="number">{people}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
