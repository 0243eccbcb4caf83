import { Heading } from './heading.tsx'
import type { Manifest } from './manifest.ts'
import { messages } from './messages.ts'
import { momentOf } from './speech.ts'
import { ReceiptCard } from './receipt.tsx'

const text = messages.receipt

interface CountedProps {
  manifest: Manifest
  timeZone: string | undefined
  receipt: string
  /** Counted on an earlier visit. */
  earlier: boolean
}

export function Counted({ manifest, timeZone, receipt, earlier }: CountedProps) {
  const list = `/rounds/${encodeURIComponent(manifest.round)}/receipts.json`
  return (
    <>
      <Heading>{earlier ? text.earlier : text.title}</Heading>
      <ReceiptCard {...{ receipt, list }} round={manifest.name} />
      <h2>{text.next}</h2>
      <ul>
        <li>{text.closing(momentOf(manifest.closes, timeZone))}</li>
        <li>
          {text.check} <a href={list}>{text.list}</a>
          {text.checkEnd}
        </li>
        <li>{text.results}</li>
        <li>{text.reminders}</li>
      </ul>
    </>
  )
}
