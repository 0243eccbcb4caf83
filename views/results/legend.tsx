import { useMessages } from '../setting.ts'
import type { Item } from './item.tsx'

const legendOrder = ['favourable', 'neutral', 'unfavourable', 'high', 'middle', 'low', 'open'] as const

/** Names the colours that occur on the page; the sentences say the same without them. */
export function Legend({ items }: { items: Item[] }) {
  const text = useMessages().results
  const used = new Set([...items.flatMap(({ bands }) => bands), 'open'])
  return (
    <p class="legend" aria-hidden="true">
      {legendOrder
        .filter((band) => used.has(band))
        .map((band) => (
          <span>
            <i class={`swatch band-${band}`} /> {text.legend[band]}
          </span>
        ))}
    </p>
  )
}
