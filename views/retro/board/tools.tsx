import type { ComponentChildren } from 'preact'
import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import { talkedAbout, type Sight, type Stage } from './props.ts'
import { stages } from './status.tsx'

/** What only whoever leads the retro can do: what comes next is one button, the rest is quiet. */
export function Tools({ sight }: { sight: Sight }) {
  const text = useMessages().board
  const { id, locked, stage } = sight
  const at = (what: string) => `/boards/${id}/${what}`
  return (
    <section class="tools" aria-label={text.screen.tools}>
      <Onward sight={sight} at={at} />
      <Clock sight={sight} at={at} />
      {stage === 'group' && <WhoGroups sight={sight} at={at} />}
      <details id="more-tools">
        <summary>{text.screen.more}</summary>
        <div>
          <Tool id="lock" action={at(locked ? 'lock/removal' : 'lock')} keys="l">
            {locked ? text.screen.unlock : text.screen.lock}
          </Tool>
          <button type="button" id="full-screen" class="quiet" aria-keyshortcuts="f" hidden>
            {text.screen.fullScreen}
          </button>
          <a href={at('seat')} aria-keyshortcuts="p">
            {text.screen.seat}
          </a>
          <a href="/boards">{text.screen.leave}</a>
          {stage !== 'decide' && (
            <a href={at('ending')} aria-keyshortcuts="e">
              {text.screen.end}
            </a>
          )}
        </div>
      </details>
      <p class="note">{text.screen.notes[stage]}</p>
    </section>
  )
}

type At = (what: string) => string

function Onward({ sight, at }: { sight: Sight; at: At }) {
  const text = useMessages().board
  const { stage } = sight
  const [before, after] = [stages[stages.indexOf(stage) - 1], stages[stages.indexOf(stage) + 1]]
  const next = stage === 'discuss' ? talkedAbout(sight)?.next[0] : undefined
  const isFirst = before === undefined || before === 'arrive'
  return (
    <>
      {stage === 'write' && (
        <Tool id="reveal" action={at('reveal')} keys="ArrowRight" main>
          {text.screen.reveal}
        </Tool>
      )}
      {next && (
        <Tool id="next-topic" action={at('topic')} fields={{ topic: next.id }} keys="ArrowRight" main>
          {text.discussing.nextTopic}
        </Tool>
      )}
      {stage === 'decide' && (
        <a id="end" class="button" href={at('ending')} aria-keyshortcuts="ArrowRight">
          {text.screen.end}
        </a>
      )}
      {after && stage !== 'write' && (
        <Tool
          id="next"
          action={at('stage')}
          fields={{ from: stage, to: after }}
          keys={next ? undefined : 'ArrowRight'}
          main={!next}
        >
          {text.screen.next(text.stages[after])}
        </Tool>
      )}
      {!isFirst && <BackTo stage={stage} to={before} at={at} />}
    </>
  )
}

function BackTo({ stage, to, at }: { stage: Stage; to: Stage; at: At }) {
  const text = useMessages().board
  return (
    <Tool id="back" action={at('stage')} fields={{ from: stage, to }} keys="ArrowLeft">
      {text.screen.back(text.stages[to])}
    </Tool>
  )
}

function Clock({ sight, at }: { sight: Sight; at: At }) {
  const text = useMessages().board
  const { stage, timerEndsAt, openUntil, room } = sight
  if (openUntil) return null
  if (!timerEndsAt) return <StartTimer action={at('timer')} />
  return (
    <>
      <Tool id="extend" action={at('timer/extension')} fields={{ minutes: '1' }} keys="t">
        {text.timer.extend}
      </Tool>
      <Tool id="stop-timer" action={at('timer/removal')} keys="s">
        {text.timer.stop}
      </Tool>
      {stage === 'discuss' && !room.asksMore && (
        <Tool id="ask-more" action={at('more')} keys="m">
          {text.discussing.askMore}
        </Tool>
      )}
    </>
  )
}

function WhoGroups({ sight: { everybodyGroups }, at }: { sight: Sight; at: At }) {
  const text = useMessages().board.screen
  return (
    <Tool id="grouping" action={at(everybodyGroups ? 'grouping/removal' : 'grouping')} keys="g">
      {everybodyGroups ? text.groupAlone : text.groupTogether}
    </Tool>
  )
}

interface ToolProps {
  id: string
  action: string
  fields?: Record<string, string>
  main?: boolean
  /** What presses it on a keyboard. */
  keys?: string | undefined
  children: ComponentChildren
}

function Tool({ id, action, fields = {}, main = false, keys, children }: ToolProps) {
  return (
    <form method="post" action={action} {...sending(action)}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button id={id} class={main ? undefined : 'quiet'} aria-keyshortcuts={keys}>
        {children}
      </button>
    </form>
  )
}

function StartTimer({ action }: { action: string }) {
  const text = useMessages().board.timer
  return (
    <form method="post" action={action} class="minutes" {...sending(action)}>
      <label for="minutes">{text.minutes}</label>
      <input id="minutes" name="minutes" type="number" min="1" max="60" value="5" />
      <button id="start-timer" class="quiet" aria-keyshortcuts="t">
        {text.start}
      </button>
    </form>
  )
}
