import { useState } from 'preact/hooks'
import { Code } from './code.tsx'
import { messages } from './messages.ts'

const text = messages.receipt

interface ReceiptCardProps {
  receipt: string
  round: string
  /** Where the receipts of the round will be listed. */
  list: string
}

export function ReceiptCard({ receipt, round, list }: ReceiptCardProps) {
  const [outcome, setOutcome] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(receipt).then(
      () => setOutcome(text.copied),
      () => setOutcome(text.notCopied),
    )
  return (
    <section class="receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{text.label}</h2>
      <p>
        <Code id="receipt">{receipt}</Code>
      </p>
      <button type="button" class="quiet" onClick={copy}>
        {text.copy}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => save(text.file(round, receipt, location.origin + list))}
      >
        {text.save}
      </button>
      <p role="status">{outcome}</p>
      <p class="hint">{text.meaning}</p>
    </section>
  )
}

function save(content: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }))
  link.download = 'safe-to-say-receipt.txt'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
