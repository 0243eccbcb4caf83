import { useMessages, useWording } from '../setting.ts'
import { ResultRow } from './row.tsx'
import type { ResultsProps } from './props.ts'

/** Of everybody in some bands of a declared attribute; small bands were pooled, so there may be several. */
export function AttributePart({ attribute, bands, items }: ResultsProps['results']['byAttribute'][number]) {
  const said = useWording()
  const { results } = useMessages()
  const { question, options } = said(attribute.text)
  const names = bands.map((band) => options[band] ?? results.notStated)
  return (
    <section>
      <h2>{results.answered(question, names)}</h2>
      {items.map((item) => (
        <ResultRow item={{ ...item, key: `${item.key}-${bands.join('-')}` }} />
      ))}
    </section>
  )
}
