import { useMessages, useWording } from '../setting.ts'
import type { Item } from './item.tsx'

/** How many chose each of several answers that have no order: nothing here is good or bad, or rises and falls. */
export function ChoiceResult({ item: { question, bands, sum } }: { item: Item }) {
  const text = useMessages().results
  const { question: asked, options = {} } = useWording()(question.text)
  const labelOf = (band: string) => options[band] ?? band
  const agreed = bands.find((band) => (sum.bands[band]?.[1] ?? 0) === sum.n)
  return (
    <section class="item">
      <h3>{asked}</h3>
      {sum.shown === 0 && <p class="not-shown">{text.notShown}</p>}
      {sum.shown > 0 && !sum.histogram && agreed && <p>{text.allOrAllButOne(sum.n, labelOf(agreed))}</p>}
      {sum.histogram && (
        <p>
          {text.chosen(
            sum.n,
            bands.map((band, n) => [labelOf(band), sum.histogram?.[n] ?? 0]),
          )}
        </p>
      )}
    </section>
  )
}
