import { Heading } from './heading.tsx'
import { messages } from './messages.ts'
import type { Refusal } from './refusal.ts'

const text = messages.refused

export function Refused({ reason }: { reason: Refusal }) {
  return (
    <>
      <Heading>{text.title}</Heading>
      <p>{text.text}</p>
      <p>{text.tell}</p>
      <p class="notice">
        {text.reasons[reason]} <small>({reason})</small>
      </p>
    </>
  )
}
