import { useMessages } from '../setting.ts'
import { measureName, type Measure } from '../figures/measure-name.ts'
import type { Chosen } from './address.ts'

const spans = [12, 24, 36]

interface Measured {
  measure: string
}

interface ChoicesProps {
  chosen: Chosen
  measures: readonly Measure[]
  /** Null while nothing is published. */
  overview: { delivery: Measured[]; around: Measured[]; measure: string | null } | null
}

/** How far back, and which delivery figure stands beside. */
export function Choices({ overview, chosen: { months, round }, measures }: ChoicesProps) {
  const t = useMessages()
  const { insights: text } = t
  const measured = [...(overview?.delivery ?? []), ...(overview?.around ?? [])]
  const there = new Set(measured.map(({ measure }) => measure))
  return (
    <>
      {round && <input type="hidden" name="round" value={round} />}
      <label for="months">{text.months}</label>
      <select id="months" name="months">
        {spans.map((span) => (
          <option value={span} selected={span === months}>
            {text.monthsCount(span)}
          </option>
        ))}
      </select>
      {there.size > 0 && (
        <>
          <label for="measure">{text.measure}</label>
          <select id="measure" name="measure">
            {measures
              .filter(({ id }) => there.has(id))
              .map((one) => (
                <option value={one.id} selected={one.id === overview?.measure}>
                  {measureName(one, t)}
                </option>
              ))}
          </select>
        </>
      )}
    </>
  )
}
