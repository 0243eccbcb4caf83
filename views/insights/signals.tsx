import { Notice } from '../parts/notice.tsx'
import { Time, useMonth } from '../parts/time.tsx'
import { useMessages, useWording } from '../setting.ts'
import { AcknowledgementForm } from './acknowledgement.tsx'
import type { Change } from './figures.ts'

export interface Signal {
  key: string
  rule: 'fell twice' | 'pressure without help'
  roundId: string
  changes: Change[]
  acknowledged: { note: string; at: Date; by: string | null } | null
}

interface SignalsProps {
  signals: Signal[]
  team: string
  leads: boolean
}

/** "Pause and look": what happened, by which rule, on which figures, and what whoever leads the team says to it. */
export function Signals({ signals, team, leads }: SignalsProps) {
  const text = useMessages().insights.signals
  if (signals.length === 0) return null
  return (
    <section>
      <h2>{text.title}</h2>
      {signals.map((signal) => (
        <Notice kind="note" title={useHeadline(signal)}>
          <Data signal={signal} />
          {signal.acknowledged && <Acknowledged {...signal.acknowledged} />}
          {leads && !signal.acknowledged && <Acknowledge signal={signal} team={team} />}
        </Notice>
      ))}
    </section>
  )
}

function useHeadline({ rule, changes }: Signal): string {
  const { insights: text } = useMessages()
  const month = useMonth()
  const name = useName(changes[0]!)
  if (rule === 'fell twice')
    return text.signals[rule](name, month(changes[1]!.to.month), month(changes[0]!.to.month))
  return text.signals[rule](name, month(changes[0]!.to.month))
}

function useName({ series: { question } }: Change): string {
  const said = useWording()
  return useMessages().insights.name(question.id, said(question.text).question)
}

function Data({ signal: { rule, changes } }: { signal: Signal }) {
  const { insights } = useMessages()
  const text = insights.signals
  const month = useMonth()
  return (
    <>
      <ul class="plain">
        {changes.map((change) => {
          const { series, from, to } = change
          const told = insights.told(series.question.id, series.band)
          const months = { since: month(from.month), month: month(to.month) }
          return <li>{text.data({ told, from: from.share, to: to.share, ...months, n: to.sum.n })}</li>
        })}
      </ul>
      <p class="hint">{text.rules[rule]}</p>
    </>
  )
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
