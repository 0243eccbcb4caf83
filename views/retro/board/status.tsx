import { useMessages, useSpeech } from '../../setting.ts'
import { clockOf, dateOf } from '../../speech.ts'
import type { Sight, Stage } from './props.ts'

export const stages: Stage[] = ['arrive', 'write', 'group', 'vote', 'discuss', 'decide']

/** What a phone shows on top: the stage, how far it is, and the clock. */
export function Status({ sight }: { sight: Sight }) {
  const text = useMessages().board
  return (
    <header id="status" class="strip">
      <strong>{text.stages[sight.stage]}</strong>
      <News sight={sight} />
      <Timer sight={sight} />
    </header>
  )
}

export function Steps({ sight: { stage, checkIn } }: { sight: Sight }) {
  const text = useMessages().board
  return (
    <ol class="stages" aria-label={text.screen.stages}>
      {stages
        .filter((one) => one !== 'arrive' || checkIn)
        .map((one) => (
          <li aria-current={one === stage ? 'step' : undefined}>{text.stages[one]}</li>
        ))}
    </ol>
  )
}

/** How far it is, in one sentence; it is announced too. */
export function News({ sight }: { sight: Sight }) {
  return (
    <p id="news" class="news">
      {useNews(sight)}
    </p>
  )
}

function useNews({ stage, unrevealed, topics, votesCast, room }: Sight): string {
  const { news } = useMessages().board
  if (stage === 'arrive') return news.arrive(room.arrived)
  if (stage === 'write') return news.write(unrevealed)
  if (stage === 'group') return news.group(topics.length)
  return stage === 'vote' ? news.vote(votesCast) : news[stage]
}

/** Counted down by board.js; without script it says until when. Over days it is a day, not a clock. */
export function Timer({ sight: { timerEndsAt: endsAt, openUntil } }: { sight: Sight }) {
  const speech = useSpeech()
  const text = speech.t.board.timer
  if (!endsAt)
    return openUntil ? (
      <p class="until">{text.until(`${dateOf(openUntil, speech)}, ${clockOf(openUntil, speech)}`)}</p>
    ) : null
  return (
    <p id="timer" class="timer" role="timer" data-ends={endsAt.toISOString()} data-over={text.over}>
      {text.until(clockOf(endsAt, speech))}
    </p>
  )
}
