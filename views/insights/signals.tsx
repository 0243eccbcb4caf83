import { Time, useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import { AcknowledgementForm } from './acknowledgement.tsx'
import type { Change, Interval } from './figures.ts'
import { useName } from './name.ts'

interface Dated {
  month: string
  share: Interval
}

export interface Signal {
  key: string
  rule: 'fell' | 'pressure without help' | 'for show'
  roundId: string
  changes: Change[]
  show: { use: { now: Dated; before: Dated } | null; seen: (Dated & { n: number }) | null } | null
  acknowledged: { note: string; at: Date; by: string | null } | null
}

interface SignalsProps {
  signals: Signal[]
  team: string
  leads: boolean
}

/** "Pause and look": what happened, by which rule, on which figures, and what whoever leads the team says to it. */
export function Signals({ signals, team, leads }: SignalsProps) {
  const { insights, kit } = useMessages()
  const text = insights.signals
  if (signals.length === 0) return null
  return (
    <section class="look">
      <h2>{text.title}</h2>
      {signals.map((signal) => (
        <div class="signal">
          <p>
            <Headline signal={signal} />
          </p>
          <Data signal={signal} />
          {signal.acknowledged && <Acknowledged {...signal.acknowledged} />}
          {leads && !signal.acknowledged && <Acknowledge signal={signal} team={team} />}
        </div>
      ))}
      {leads && (
        <a class="button" href={`/teams/${team}/kit`}>
          {kit.open(signals.length)}
        </a>
      )}
    </section>
  )
}

function Headline({ signal: { rule, changes } }: { signal: Signal }) {
  const text = useMessages().insights.signals
  const month = useMonth()
  const name = useName()
  const [first] = changes
  return <>{first && text[rule](name(first.series), month(first.lasting.sinceMonth))}</>
}

function Data({ signal: { rule, changes, show } }: { signal: Signal }) {
  const text = useMessages().insights.signals
  const month = useMonth()
  const name = useName()
  return (
    <details>
      <summary>{text.why}</summary>
      <ul class="plain">
        {show?.use && <li>{text.use(useOf(show.use))}</li>}
        {show?.seen && <li>{text.seen(show.seen.share, month(show.seen.month), show.seen.n)}</li>}
        {changes.map(({ series, points, lasting: { from, to, sinceMonth } }) => (
          <li>
            {text.data({ name: name(series), from, to, since: month(sinceMonth) })}
            {text.answers(points.at(-1)?.sum.n ?? 0)}
          </li>
        ))}
      </ul>
      <p class="hint">{text.rules[rule]}</p>
    </details>
  )

  function useOf({ now, before }: { now: Dated; before: Dated }) {
    return { from: before.share, to: now.share, before: month(before.month), month: month(now.month) }
  }
}

function Acknowledged({ note, at, by }: NonNullable<Signal['acknowledged']>) {
  const text = useMessages().insights.signals
  return (
    <>
      <p>
        {text.acknowledged(by ?? text.formerColleague)} <Time at={at} />
      </p>
      <blockquote>{note}</blockquote>
    </>
  )
}

function Acknowledge({ signal, team }: { signal: Signal; team: string }) {
  const text = useMessages().insights.signals
  return (
    <details>
      <summary>{text.acknowledge}</summary>
      <AcknowledgementForm team={team} round={signal.roundId} signal={signal.key} />
    </details>
  )
}
