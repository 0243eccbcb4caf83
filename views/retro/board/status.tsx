import { useMessages, useSpeech } from '../../setting.ts'
import { clockOf } from '../../speech.ts'
import type { Sight, Stage } from './props.ts'

const stages: Stage[] = ['write', 'group', 'vote', 'discuss', 'decide']

export function Status({ sight }: { sight: Sight }) {
  return (
    <header id="status" class="status">
      <Steps stage={sight.stage} />
      <News sight={sight} />
      <Timer endsAt={sight.timerEndsAt} />
    </header>
  )
}

function Steps({ stage }: { stage: Stage }) {
  const text = useMessages().board
  return (
    <ol class="stages" aria-label={text.screen.stages}>
      {stages.map((one) => (
        <li aria-current={one === stage ? 'step' : undefined}>{text.stages[one]}</li>
      ))}
    </ol>
  )
}

/** How far it is, in one sentence; it is announced too. */
function News({ sight }: { sight: Sight }) {
  return (
    <p id="news" class="news">
      {useNews(sight)}
    </p>
  )
}

function useNews({ stage, unrevealed, topics, votesCast }: Sight): string {
  const { news } = useMessages().board
  if (stage === 'write') return news.write(unrevealed)
  if (stage === 'group') return news.group(topics.length)
  return stage === 'vote' ? news.vote(votesCast) : news[stage]
}

/** Counted down by board.js; without script it says until when. */
function Timer({ endsAt }: { endsAt: Date | null }) {
  const speech = useSpeech()
  if (!endsAt) return null
  const text = speech.t.board.timer
  return (
    <p id="timer" class="timer" role="timer" data-ends={endsAt.toISOString()} data-over={text.over}>
      {text.until(clockOf(endsAt, speech))}
    </p>
  )
}
