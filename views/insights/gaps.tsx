import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { useMonth } from '../parts/time.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'
import type { Interval } from './figures.ts'
import type { Gap, GapPart } from './gap-props.ts'
import { GapSentence } from './gap-sentence.tsx'
import { InsightsHeader } from './header.tsx'
import type { Group } from './tabs.tsx'

export interface GapsProps {
  group: Group
  groups: TeamsFound
  /** Of the latest round; null while nothing is published. */
  month: string | null
  gaps: Gap[]
  leads: boolean
}

export function GapsPage({ group, groups, month, gaps, leads }: GapsProps) {
  const { insights } = useMessages()
  const text = insights.gaps
  const name = useMonth()
  return (
    <Page title={month ? text.title(group.name, name(month)) : group.name} wide live>
      <InsightsHeader group={group} groups={groups} current="gaps" leads={leads} />
      {month === null && <Empty text={insights.nothingHere} />}
      {month && <p>{text.lead}</p>}
      <div class="columns">
        {gaps.map((gap) => (
          <GapSection gap={gap} month={month!} />
        ))}
      </div>
      {month && (
        <p class="actions">
          {insights.exports} <a href={`/gaps/${group.id}/gaps.csv`}>CSV</a>
          <a href={`/gaps/${group.id}/gaps.json`}>JSON</a>
        </p>
      )}
    </Page>
  )
}

function GapSection({ gap, month }: { gap: Gap; month: string }) {
  const text = useMessages().insights.gaps
  return (
    <section class="item">
      <h2>{text.names[gap.id]}</h2>
      <GapSentence gap={gap} month={month} />
      <ul class="pairs">
        {gap.parts.map((part) => (
          <PartLine part={part} month={month} />
        ))}
      </ul>
      <details>
        <summary>{text.explained}</summary>
        <Facts>
          <Fact name={text.formulaLabel}>{text.formula[gap.id]}</Fact>
          <Fact name={text.sourceLabel}>{text.source[gap.id]}</Fact>
          <Fact name={text.limitLabel}>{text.limit[gap.id]}</Fact>
        </Facts>
      </details>
    </section>
  )
}

const relatives = new Set<GapPart['name']>(['lead time', 'deployments'])

function PartLine({ part: { name, value, month }, month: latest }: { part: GapPart; month: string }) {
  const text = useMessages().insights.gaps
  const monthName = useMonth()
  const format =
    name === 'felt'
      ? text.partValue.points
      : relatives.has(name)
        ? text.partValue.relative
        : text.partValue.share
  return (
    <li>
      <strong>{value ? format(value) : text.missing}</strong>
      <span>
        {text.parts[name]}
        {month !== latest && `, ${monthName(month)}`}
      </span>
      {value && !relatives.has(name) && name !== 'felt' && <ShareBar share={value} />}
    </li>
  )
}

/** The share as a length on one scale from 0 to 100 %, so that pairs can be compared by eye. */
function ShareBar({ share: [low, high] }: { share: Interval }) {
  return (
    <svg class="bar thin" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="band-high" x="0" y="0" width={100 * low} height="4" />
      <rect class="band-middle" x={100 * low} y="0" width={100 * (high - low)} height="4" />
    </svg>
  )
}
