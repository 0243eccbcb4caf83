import { Heading } from './heading.tsx'
import type { Invitation } from './invitation.ts'
import type { Manifest } from './manifest.ts'
import { messages } from './messages.ts'
import { momentOf } from './speech.ts'
import { ReceiptCard } from './receipt.tsx'

const text = messages.receipt

interface CountedProps {
  manifest: Manifest
  timeZone: string | undefined
  receipt: string
  last: NonNullable<Invitation['last']> | null
  /** Counted on an earlier visit. */
  earlier: boolean
}

export function Counted({ manifest, timeZone, receipt, last, earlier }: CountedProps) {
  const list = `/rounds/${encodeURIComponent(manifest.round)}/receipts.json`
  return (
    <>
      <Heading>{earlier ? text.earlier : text.title}</Heading>
      <ReceiptCard {...{ receipt, list }} round={manifest.name} />
      {last && (
        <section>
          <h2>{text.last(last.month)}</h2>
          {last.said.map((one) => (
            <p>{one}</p>
          ))}
        </section>
      )}
      <h2>{text.next}</h2>
      <ul>
        <li>{text.closing(momentOf(manifest.closes, timeZone))}</li>
        <li>
          {text.check} <a href={list}>{text.list}</a>
          {text.checkEnd}
        </li>
        <li>
          {text.results} <a href="/results">{text.where}</a>
        </li>
        <li>{text.reminders}</li>
      </ul>
    </>
  )
}
