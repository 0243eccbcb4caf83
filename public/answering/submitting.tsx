import { useEffect, useState } from 'preact/hooks'
import type { Errand } from './errand.ts'
import { Heading } from './heading.tsx'
import type { Receipt } from './keeping.ts'
import { messages } from './messages.ts'
import type { Plaintext } from './plaintext.ts'
import { Stopped } from './stopped.tsx'
import { HandingInStopped, submit, type Obstacle, type Step } from './submit.ts'

const text = messages.submitting
const steps = ['ticket', 'sealing', 'handingIn'] as const

interface SubmittingProps {
  errand: Errand
  /** Absent when finishing what an earlier visit began. */
  plaintext?: Plaintext
  onCounted: (receipt: Receipt) => void
}

interface Pause {
  seconds: number
  tryNow: () => void
}

export function Submitting({ errand, plaintext, onCounted }: SubmittingProps) {
  const [attempt, setAttempt] = useState(0)
  const [step, setStep] = useState<Step>('waiting')
  const [pause, setPause] = useState<Pause | null>(null)
  const [stopped, setStopped] = useState<{ obstacle: Obstacle | 'broken'; receipt?: string } | null>(null)

  useEffect(() => {
    const onStep = (step: Step) => {
      setStep(step)
      setPause(null)
    }
    const onPause = (seconds: number, tryNow: () => void) => setPause({ seconds, tryNow })
    submit({ ...errand, plaintext, onStep, onPause }).then(onCounted, (reason: unknown) =>
      setStopped(reason instanceof HandingInStopped ? reason : { obstacle: 'broken' }),
    )
  }, [attempt])

  if (stopped) {
    const again = () => {
      setStopped(null)
      setAttempt(attempt + 1)
    }
    return <Stopped {...stopped} onAgain={again} />
  }
  return (
    <>
      <Heading>{text.title}</Heading>
      {!plaintext && <p class="notice">{text.resumed}</p>}
      <ol class="steps">
        {steps.map((each, place) => (
          <li key={each} aria-current={each === step ? 'step' : undefined}>
            {text.steps[each]}
            {place < steps.indexOf(step as (typeof steps)[number]) && <span> ({text.done})</span>}
          </li>
        ))}
      </ol>
      <div role="status">
        {step === 'waiting' && <p>{text.waiting}</p>}
        {pause && <p class="notice">{text.offline(pause.seconds)}</p>}
      </div>
      {pause && (
        <button type="button" onClick={pause.tryNow}>
          {text.tryNow}
        </button>
      )}
    </>
  )
}
