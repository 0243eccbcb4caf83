import { Code } from './code.tsx'
import { Heading } from './heading.tsx'
import { messages } from './messages.ts'
import type { Obstacle } from './submit.ts'

const text = messages.stopped

// Asking again would get the same answer.
const isFinal: Partial<Record<Obstacle | 'broken', boolean>> = {
  used: true,
  unknown: true,
  closed: true,
  countedOtherwise: true,
}

interface StoppedProps {
  obstacle: Obstacle | 'broken'
  receipt?: string
  onAgain?: () => void
}

export function Stopped({ obstacle, receipt, onAgain }: StoppedProps) {
  const { title, text: sentences } = text[obstacle]
  return (
    <>
      <Heading>{title}</Heading>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {receipt && (
        <p>
          <Code>{receipt}</Code>
        </p>
      )}
      {onAgain && !isFinal[obstacle] && (
        <>
          <p>{text.kept}</p>
          <button type="button" onClick={onAgain}>
            {text.again}
          </button>
        </>
      )}
    </>
  )
}
