import { useMessages, useWording } from '../setting.ts'
import { ResultRow } from './row.tsx'
import type { ResultsProps } from './props.ts'

type Part = ResultsProps['results']['byAttribute'][number]

/** By what people declared of themselves. */
export function Attributes({ parts }: { parts: Part[] }) {
  const said = useWording()
  const attributes = new Set(parts.map(({ attribute }) => attribute))
  return (
    <>
      {[...attributes].map((attribute) => (
        <section>
          <h2>{said(attribute.text).question}</h2>
          <div class="columns">
            {parts
              .filter((part) => part.attribute === attribute)
              .map((part) => (
                <AttributePart {...part} />
              ))}
          </div>
        </section>
      ))}
    </>
  )
}

/** Of everybody in some bands of it; small bands were pooled, so there may be several. */
function AttributePart({ attribute, bands, items }: Part) {
  const { options } = useWording()(attribute.text)
  const { results } = useMessages()
  return (
    <section>
      <h3>{results.declared(bands.map((band) => options[band] ?? results.notStated))}</h3>
      {items.map((item) => (
        <ResultRow item={{ ...item, key: `${item.key}-${bands.join('-')}` }} />
      ))}
    </section>
  )
}
