import { Page } from '../layout.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

interface PromiseProps {
  round: { id: string; name: string; threshold: number; closesAt: Date; fingerprint: string }
}

/** What is promised, how it is kept, and where it ends: the limits stand on the same page as the promise. */
export function PromisePage({ round }: PromiseProps) {
  const text = useMessages().results.promise
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <h2>{text.promises}</h2>
      <ol class="plain">
        {text.lines(round.threshold).map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      <h2>{text.how}</h2>
      {text.steps.map((step) => (
        <p>{step}</p>
      ))}
      <h2>{text.limits}</h2>
      <p>{text.limitsLead}</p>
      <ul class="plain">
        {text.limitLines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{text.round}</h2>
      <Facts>
        <Fact name={text.name}>{round.name}</Fact>
        <Fact name={text.closes}>
          <Time at={round.closesAt} />
        </Fact>
        <Fact name={text.fingerprint}>
          <span class="fingerprint">{round.fingerprint}</span>
          <p class="hint">
            {text.fingerprintHint} <a href={`/rounds/${round.id}/manifest.json`}>{text.manifest}</a>
          </p>
        </Fact>
      </Facts>
    </Page>
  )
}
