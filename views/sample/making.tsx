import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Progress, Refresh, refreshing } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'

export interface Step {
  work: 'founding' | 'opening' | 'answering' | 'closing'
  /** The round it is about; empty while founding. */
  round: string
  done: number
  total: number
}

export function MakingPage({ step }: { step: Step }) {
  const text = useMessages().sample.making
  return (
    <Page title={text.title} live>
      <p class="lead">{text.lead}</p>
      <MakingProgress step={step} />
      <Refresh />
    </Page>
  )
}

/** Null once there is nothing under way any more; the page then goes on to what has become of it. */
export function MakingProgress({ step }: { step: Step | null }) {
  const text = useMessages().sample.making
  return (
    <section id="progress" aria-live="polite" {...(step ? refreshing('/setup/sample/progress') : {})}>
      {step && <Progress label={text[step.work](step.round)} done={step.done} total={step.total} />}
    </section>
  )
}

export function MakingFailedPage() {
  const text = useMessages().sample.failed
  return (
    <Page title={text.title}>
      <Notice kind="problem">{text.text}</Notice>
      <p class="actions">
        <a class="button" href="/setup">
          {text.back}
        </a>
      </p>
    </Page>
  )
}
