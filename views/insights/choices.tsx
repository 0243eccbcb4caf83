import { useMessages } from '../setting.ts'
import type { Messages } from '../messages/catalogues.ts'
import type { Chosen } from './address.ts'

const spans = [12, 24, 36]

interface ChoicesProps {
  chosen: Chosen
  measures: readonly { id: keyof Messages['figures']['measures'] }[]
  /** Null while nothing is published. */
  overview: { delivery: { measure: string }[]; measure: string | null } | null
}

/** How far back, and which delivery figure stands beside. */
export function Choices({ overview, chosen: { months, round }, measures }: ChoicesProps) {
  const { insights: text, figures } = useMessages()
  const there = new Set(overview?.delivery.map(({ measure }) => measure))
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
              .map(({ id }) => (
                <option value={id} selected={id === overview?.measure}>
                  {figures.measures[id]}
                </option>
              ))}
          </select>
        </>
      )}
    </>
  )
}
