import { Progress, refreshing } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'
import { ClosingProgress } from './close.tsx'
import { Delivery } from './delivery.tsx'
import type { RoundProps } from './props.ts'

/** How far an opening or a close has come. */
interface ProgressProps extends Pick<RoundProps, 'round'> {
  overview: Omit<NonNullable<RoundProps['overview']>, 'units'> | null
}

export const isUnderWay = ({ round, overview }: ProgressProps): boolean =>
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
