import { Page } from '../layout.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Refresh } from '../parts/progress.tsx'
import { Time, useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import { StateTag } from './state.tsx'
import { UnitsPreview, UnitsTable } from './units.tsx'
import type { RoundProps } from './props.ts'
import { Outcome } from './outcome.tsx'
import { KeyFault } from './key-fault.tsx'
import { isUnderWay, RoundProgress } from './round-progress.tsx'
import { Asked } from './asked.tsx'

export function RoundPage(props: RoundProps) {
  const { round, asked, who, preview, overview } = props
  const t = useMessages()
  const text = t.rounds.page
  const month = useMonth()
  return (
    <Page title={round.name} live>
      <p>
        <StateTag state={round.state} />
      </p>
      <Outcome {...props} />
      <KeyFault {...props} />
      <RoundProgress {...props} />
      {isUnderWay(props) && <Refresh />}
      <Facts>
        <Fact name={text.month}>{month(round.month)}</Fact>
        <Fact name={round.fingerprint ? text.opened : text.opens}>
          <Time at={round.opensAt} />
        </Fact>
        <Fact name={round.state === 'closed' ? text.closed : text.closes}>
          <Time at={round.closesAt} />
        </Fact>
        <Fact name={text.reminds}>
          <Reminders {...round} />
        </Fact>
        <Fact name={text.threshold}>
          {round.threshold} ({text.thresholdText(round.threshold)})
        </Fact>
        <Fact name={text.asked}>{who ? who.join('; ') : t.everybody}</Fact>
        {overview && overview.invited > 0 && (
          <Fact name={text.invited}>{t.peopleCount(overview.invited)}</Fact>
        )}
        {round.fingerprint && (
          <Fact name={text.fingerprint}>
            <span class="fingerprint">{round.fingerprint}</span>
            <p class="hint">
              {text.fingerprintHint} <a href={`/rounds/${round.id}/manifest.json`}>{text.manifest}</a>
            </p>
          </Fact>
        )}
      </Facts>
      {preview && <UnitsPreview {...preview} id={round.id} />}
      {overview && overview.invited > 0 && <UnitsTable id={round.id} units={overview.units} />}
      <Asked asked={asked} />
      {(round.state === 'open' || round.state === 'opening') && <p class="hint">{text.copiedKeys}</p>}
      {['scheduled', 'opening', 'open', 'unclosable'].includes(round.state) && (
        <p class="actions">
          {round.state === 'scheduled' && <a href={`/rounds/${round.id}/edit`}>{text.edit}</a>}
          {(round.state === 'open' || round.state === 'unclosable') && (
            <a href={`/rounds/${round.id}/closure`}>{text.close}</a>
          )}
          <a href={`/rounds/${round.id}/cancellation`}>{text.cancel}</a>
        </p>
      )}
    </Page>
  )
}

function Reminders({ remindsAt, remindsAgainAt }: RoundProps['round']) {
  const text = useMessages().rounds.page
  const all = [remindsAt, remindsAgainAt].filter((at) => at !== null)
  if (all.length === 0) return <>{text.remindsNobody}</>
  return (
    <>
      {all.map((at, n) => (
        <>
          {n > 0 && <br />}
          <Time at={at} />
        </>
      ))}
    </>
  )
}
