import type { Messages } from '../messages/catalogues.ts'
import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMoment } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

export type Vendor = keyof Messages['figures']['connectors']['about']

interface Connected {
  host: string
  /** The last month that was brought. */
  month: string | null
  triedAt: Date
  failingSince: Date | null
  fault: string | null
}

export interface ConnectorsProps {
  sources: { vendor: Vendor; connected: Connected | null }[]
  /** What was just tried: why it does not work, null where it does. */
  tried: { vendor: Vendor; reason: string | null } | null
}

export function ConnectorsPage({ sources, tried }: ConnectorsProps) {
  const text = useMessages().figures.connectors
  return (
    <Page title={text.title} wide>
      <p class="lead">{text.lead}</p>
      <p class="actions">
        <a href="/figures">{text.back}</a>
      </p>
      {sources.map(({ vendor, connected }) => (
        <Source vendor={vendor} connected={connected} tried={tried?.vendor === vendor ? tried : null} />
      ))}
    </Page>
  )
}

type SourceProps = ConnectorsProps['sources'][number] & Pick<ConnectorsProps, 'tried'>

function Source({ vendor, connected, tried }: SourceProps) {
  const { figures } = useMessages()
  const text = figures.connectors
  const name = figures.sources[vendor]
  const page = `/figures/connectors/${vendor}`
  return (
    <section class="item" id={vendor}>
      <h2>{name}</h2>
      {tried && <Tried reason={tried.reason} />}
      {connected ? <State {...connected} /> : <p>{text.about[vendor]}</p>}
      <div class="actions">
        {connected ? (
          <>
            <form method="post" action={`${page}/test`}>
              <button class="quiet small" aria-label={text.testLabel(name)}>
                {text.test}
              </button>
            </form>
            <form method="post" action={`${page}/rehearsal`}>
              <button class="quiet small" aria-label={text.rehearseLabel(name)}>
                {text.rehearse}
              </button>
            </form>
            <a href={page} aria-label={text.changeLabel(name)}>
              {text.change}
            </a>
            <a href={`${page}/removal`} aria-label={text.removeLabel(name)}>
              {text.remove}
            </a>
          </>
        ) : (
          <a href={page} aria-label={text.connectLabel(name)}>
            {text.connect}
          </a>
        )}
      </div>
    </section>
  )
}

function Tried({ reason }: { reason: string | null }) {
  const { figures } = useMessages()
  const text = figures.connectors
  if (reason === null) return <Notice kind="good">{text.works}</Notice>
  return (
    <Notice kind="problem" title={text.fails}>
      {text.reasons(reason, figures.faults)}
    </Notice>
  )
}

function State({ host, month, triedAt, failingSince, fault }: Connected) {
  const { figures } = useMessages()
  const text = figures.connectors
  const moment = useMoment()
  return (
    <p>
      {text.at(host)} {month === null ? !failingSince && text.first : text.upTo(month, moment(triedAt))}
      {failingSince && (
        <>
          <br />
          <span class="fault">
            {text.failing(moment(failingSince))} {fault && text.reasons(fault, figures.faults)}
          </span>
        </>
      )}
    </p>
  )
}
