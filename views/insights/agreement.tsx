import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Time } from '../parts/time.tsx'
import { AgreedLines, type AgreementLine } from './agreed-lines.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'
import { InsightsHeader } from './header.tsx'
import type { Group } from './tabs.tsx'

export type Colour = 'green' | 'amber' | 'red'

export interface Entry {
  work: string
  label: string
  colour: Colour
  note: string
}

export interface Agreement {
  version: number
  publishedAt: Date
  by: string | null
  entries: Entry[]
  lines: AgreementLine[]
}

export interface AgreementProps {
  group: Group
  groups: TeamsFound
  leads: boolean
  /** Newest first. */
  versions: Agreement[]
  today: string
}

export function AgreementPage({ group, groups, leads, versions, today }: AgreementProps) {
  const { learnt, insights } = useMessages()
  const text = insights.agreement
  const [current, ...earlier] = versions
  const write = leads && (
    <a class="button" href={`/teams/${group.id}/agreement/new`}>
      {current ? text.edit : text.begin}
    </a>
  )
  return (
    <Page title={text.title(group.name)} wide live>
      <InsightsHeader group={group} groups={groups} current="agreement" leads={leads} />
      <p>{text.lead}</p>
      {!current && <Empty text={text.none}>{write}</Empty>}
      {current && <Version agreement={current} before={earlier[0]} today={today} />}
      {current && write && (
        <p class="actions">
          {write} <a href={`/teams/${group.id}/learnt/new`}>{learnt.shareThis}</a>
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{text.history}</summary>
          {earlier.map((one, n) => (
            <Version agreement={one} before={earlier[n + 1]} />
          ))}
        </details>
      )}
    </Page>
  )
}

interface VersionProps {
  agreement: Agreement
  before?: Agreement | undefined
  /** Where it holds: what has to be looked at again is marked. */
  today?: string
}

export function Version({ agreement, before, today }: VersionProps) {
  const text = useMessages().insights.agreement
  const { version, publishedAt, by, entries } = agreement
  const was = new Map(before?.entries.map(({ work, colour }) => [work, colour]))
  return (
    <section>
      <p class="hint">
        {text.version(version, by ?? text.formerColleague)} <Time at={publishedAt} />
      </p>
      <div class="agreement">
        {(['green', 'amber', 'red'] as const).map((colour) => {
          const some = entries.filter((entry) => entry.colour === colour)
          return (
            some.length > 0 && (
              <div class={`agreed ${colour}`}>
                <h2>{text.colours[colour]}</h2>
                <ul class="plain">
                  {some.map(({ work, label, note }) => (
                    <li>
                      {label}
                      {note && `: ${note}`}
                      {was.has(work) && was.get(work) !== colour && (
                        <small> ({text.changed(text.short[was.get(work)!], text.short[colour])})</small>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
        <AgreedLines lines={agreement.lines} today={today} />
      </div>
    </section>
  )
}
