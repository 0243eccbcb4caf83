import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import type { RoundProps } from './props.ts'

export function Outcome({ round }: RoundProps) {
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
