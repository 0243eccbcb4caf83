import { Page } from '../layout.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Progress, Refresh, refreshing } from '../parts/progress.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages, useWording } from '../setting.ts'
import { ClosingProgress } from './close.tsx'
import { Delivery, type DeliveryProps } from './delivery.tsx'
import { StateTag, type RoundState } from './state.tsx'
import { UnitsPreview, UnitsTable, type UnitsPage } from './units.tsx'

export interface RoundProps {
  round: {
    id: string
    name: string
    month: string
    opensAt: Date
    closesAt: Date
    remindsAt: Date | null
    reminded: boolean
    threshold: number
    state: RoundState
    fingerprint: string | null
    outcome:
      | { published: false; invited: number }
      | { published: true; invited: number; ballots: number; spoiled: number }
      | null
  }
  keyFault: 'secretMissing' | 'sealMissing' | 'sealWrong' | 'ticketMissing' | 'ticketWrong' | null
  asked: {
    id: string
    text: { en: { question: string } }
    kind: 'scale' | 'grid' | 'remark' | 'attribute'
    cut: 'unit' | 'area' | 'organisation' | 'experience' | undefined
  }[]
  /** Paths of the teams asked; null for everybody. */
  who: string[] | null
  /** Of a planned round. */
  preview: { units: UnitsPage<{ names: string[]; size: number }>; invited: number; needed: number } | null
  /** Of a frozen one. */
  overview: {
    units: UnitsPage<{ teams: string[]; size: number }>
    invited: number
    invitationsWritten: number
    isInviting: boolean
    keysMade: number
    delivery: DeliveryProps['delivery']
  } | null
}

export function RoundPage(props: RoundProps) {
  const { round, asked, who, preview, overview } = props
  const t = useMessages()
  const text = t.rounds.page
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
        <Fact name={text.month}>{round.month}</Fact>
        <Fact name={round.fingerprint ? text.opened : text.opens}>
          <Time at={round.opensAt} />
        </Fact>
        <Fact name={text.closes}>
          <Time at={round.closesAt} />
        </Fact>
        <Fact name={text.reminds}>
          {round.remindsAt ? <Time at={round.remindsAt} /> : text.remindsNobody}
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
      {(round.state === 'open' || round.state === 'opening') && (
        <>
          <p class="hint">{text.copiedKeys}</p>
        </>
      )}
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

function Outcome({ round }: RoundProps) {
  const text = useMessages().rounds.outcome
  if (!round.outcome) return null
  if (!round.outcome.published) return <Notice kind="note">{text.unpublished(round.threshold)}</Notice>
  return (
    <Notice kind="good">
      {text.published(round.outcome.ballots, round.outcome.invited)}{' '}
      <a href={`/rounds/${round.id}/results`}>{text.results}</a>
    </Notice>
  )
}

function KeyFault({ round, keyFault }: RoundProps) {
  const text = useMessages().rounds.keyFaults
  if (round.state === 'unclosable') return <Notice kind="problem">{text.unclosable}</Notice>
  if (!keyFault) return null
  return (
    <Notice kind="problem" title={text.title}>
      {text[keyFault]} {text.text}
    </Notice>
  )
}

/** How far an opening or a close has come. */
interface ProgressProps extends Pick<RoundProps, 'round'> {
  overview: Omit<NonNullable<RoundProps['overview']>, 'units'> | null
}

const isUnderWay = ({ round, overview }: ProgressProps): boolean =>
  overview !== null &&
  (['opening', 'closing', 'keys to destroy'].includes(round.state) ||
    (round.state === 'open' && overview.delivery.waiting > 0))

/** Looks again while something is under way, and not any more once it is done. */
export function RoundProgress({ round, overview }: ProgressProps) {
  const t = useMessages()
  const text = t.rounds.page
  if (round.state === 'closing' || round.state === 'keys to destroy')
    return <ClosingProgress id={round.id} progress={null} />
  if (!overview || (round.state !== 'opening' && round.state !== 'open')) return <div id="progress" />
  const { invited, invitationsWritten, isInviting, keysMade, delivery } = overview
  const again = refreshing(`/rounds/${round.id}/progress?was=${round.state}`)
  if (round.state === 'opening')
    return (
      <section id="progress" aria-live="polite" {...again}>
        <h2>{text.opening}</h2>
        <p>{text.keys(t.number(keysMade))}</p>
      </section>
    )
  if (isInviting)
    return (
      <section id="progress" {...again}>
        <Progress label={text.opening} done={invitationsWritten} total={invited} />
      </section>
    )
  return (
    <section id="progress" {...(delivery.waiting > 0 ? again : {})}>
      <Delivery written={invitationsWritten} delivery={delivery} reminded={round.reminded} />
    </section>
  )
}

function Asked({ asked }: Pick<RoundProps, 'asked'>) {
  const said = useWording()
  const t = useMessages()
  return (
    <section>
      <h2>{t.rounds.page.questions}</h2>
      <ol class="plain">
        {asked.map((one) => (
          <li>
            {said(one.text).question}{' '}
            <small>{one.cut ? t.rounds.cuts[one.cut] : t.rounds.kinds[one.kind]}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
