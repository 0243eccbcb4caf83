import type { ComponentChildren } from 'preact'
import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import type { Sight, Stage } from './props.ts'

const order: Stage[] = ['write', 'group', 'vote', 'discuss', 'decide']

/** What only whoever leads the retro can do. */
export function Tools({ sight }: { sight: Sight }) {
  const text = useMessages().board
  const { id, stage, locked, timerEndsAt } = sight
  const [before, after] = [order[order.indexOf(stage) - 1], order[order.indexOf(stage) + 1]]
  const at = (what: string) => `/boards/${id}/${what}`
  return (
    <section class="tools" aria-label={text.screen.tools}>
      {stage === 'write' && (
        <Tool id="reveal" action={at('reveal')} main>
          {text.screen.reveal}
        </Tool>
      )}
      {after && stage !== 'write' && (
        <Tool id="next" action={at('stage')} fields={{ from: stage, to: after }} main>
          {text.screen.next(text.stages[after])}
        </Tool>
      )}
      {before && (
        <Tool id="back" action={at('stage')} fields={{ from: stage, to: before }}>
          {text.screen.back(text.stages[before])}
        </Tool>
      )}
      {timerEndsAt ? (
        <Tool id="stop-timer" action={at('timer/removal')}>
          {text.timer.stop}
        </Tool>
      ) : (
        <StartTimer action={at('timer')} />
      )}
      <Tool id="lock" action={at(locked ? 'lock/removal' : 'lock')}>
        {locked ? text.screen.unlock : text.screen.lock}
      </Tool>
      <a href={at('seat')}>{text.screen.seat}</a>
      <a href={at('ending')}>{text.screen.end}</a>
    </section>
  )
}

interface ToolProps {
  id: string
  action: string
  fields?: Record<string, string>
  main?: boolean
  children: ComponentChildren
}

function Tool({ id, action, fields = {}, main = false, children }: ToolProps) {
  return (
    <form method="post" action={action} {...sending(action)}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button id={id} class={main ? undefined : 'quiet'}>
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
      <button id="start-timer" class="quiet">
        {text.start}
      </button>
    </form>
  )
}
