import { useDayName } from '../parts/day.tsx'
import { useMessages } from '../setting.ts'

export interface AgreementLine {
  kind: 'rule' | 'protect' | 'experiment'
  text: string
  gate: string
  owner: string
  /** A day. */
  review: string
}

/** What was agreed besides the kinds of work, each with the day to look at it again. */
export function AgreedLines({ lines, today }: { lines: AgreementLine[]; today?: string | undefined }) {
  const text = useMessages().insights.agreement.lines
  const dayName = useDayName()
  return (
    <>
      {(['rule', 'protect', 'experiment'] as const).map((kind) => {
        const some = lines.filter((line) => line.kind === kind)
        return (
          some.length > 0 && (
            <div class="agreed">
              <h2>{text.kinds[kind]}</h2>
              <ul class="plain">
                {some.map(({ text: what, gate, owner, review }) => (
                  <li>
                    {what}
                    {gate && ` ${text.gate(gate)}`}
                    {owner && ` ${text.owner(owner)}`}{' '}
                    <small class={today !== undefined && review <= today ? 'tag due' : 'tag'}>
                      {text.review(dayName(review))}
                    </small>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </>
  )
}
