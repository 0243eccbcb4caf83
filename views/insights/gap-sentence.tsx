import { useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import type { Gap, GapPart } from './gap-props.ts'

/** What a gap comes to, and which way, in one sentence; or what is missing to say so. */
export function GapSentence({ gap, month }: { gap: Gap; month: string }) {
  const text = useMessages().insights.gaps.sentence
  const monthName = useMonth()
  const [first, second] = gap.parts.map((part) => ({
    ...part,
    month: monthName(part.month),
    since: part.since ? monthName(part.since) : '',
  }))
  return <p class="lead">{said() ?? text.missing(missingOf(gap), monthName(month))}</p>

  function said(): string | null {
    if (!first?.value || !second?.value) return null
    const one = { ...first, value: first.value }
    const other = { ...second, value: second.value }
    const before = gap.before && { ...gap.before, month: monthName(gap.before.month) }
    if (gap.id === 'perception') return text.perception(one, other)
    if (gap.id === 'review') return text.review(one, other, before)
    if (gap.id === 'show') return gap.rule ? text.show(one, other, gap.rule) : null
    const { difference } = gap
    return difference && text[gap.id]({ first: one, second: other, difference, before })
  }
}

/** Of the two that make the gap. Where people's own reports would have stood in for adoption, it is that which is missing. */
const missingOf = ({ id, parts }: Gap): GapPart['name'][] =>
  parts
    .slice(0, 2)
    .flatMap(({ name, value }) => (value ? [] : [id === 'trust' && name === 'use' ? 'adoption' : name]))
