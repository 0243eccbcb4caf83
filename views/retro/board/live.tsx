import { h, type ComponentChildren } from 'preact'
import { useMessages, useSetting } from '../../setting.ts'

interface HeadProps {
  /** With what a big screen needs besides: keys, full screen, dragging. */
  wall?: boolean
  /** Only what was typed is given back; nothing is followed. */
  drafts?: boolean
}

export function BoardHead({ wall = false, drafts = false }: HeadProps) {
  const { asset } = useSetting()
  return (
    <>
      <link rel="stylesheet" href={asset('board.css')} />
      <script src={asset('drafts.js')} defer />
      {!drafts && <Following />}
      {wall && <script src={asset('wall.js')} defer />}
    </>
  )
}

function Following() {
  const { asset } = useSetting()
  return (
    <>
      <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}' />
      <script src={asset('board.js')} defer />
      <script src={asset('live.js')} defer />
    </>
  )
}

interface LiveProps {
  /** The address that sends the board whenever it has changed. */
  events: string
}

/** Listens, and is never swapped itself. What is announced aloud is put here by board.js, not too often. */
export function Live({ events }: LiveProps) {
  const text = useMessages().board
  const listening = {
    'hx-sse:connect': events,
    // The server says when nothing happens any more.
    'hx-sse:close': 'rest',
    'hx-swap': 'none',
    'hx-trigger': 'load, reconnect',
    'hx-config': 'sse.reconnectMaxDelay:4000 timeout:10000',
  }
  return (
    <>
      <div
        id="live"
        data-lost={text.connection.lost}
        data-unsent={text.connection.unsent}
        data-timer-started={text.news.timerStarted}
        data-timer-over={text.news.timerOver}
        data-resting={text.connection.resting}
        data-lifted={text.moving.lifted('{card}')}
        data-moved={text.moving.moved('{card}', '{topic}')}
        data-alone={text.moving.alone('{card}')}
        data-put-back={text.moving.putBack('{card}')}
        {...listening}
      />
      <p id="connection" class="notice problem" role="status" hidden />
      <p id="announcer" class="unseen" role="status" />
      <div id="said" role="alert" />
      <div id="kept" class="notice note" data-text={text.connection.kept} hidden />
    </>
  )
}

/** Sends a form and puts in place what comes back; without script the form is sent all the same. */
export const sending = (action: string) => ({
  'hx-post': action,
  'hx-swap': 'none',
  'hx-config': 'timeout:10000',
})

interface PartProps {
  of: string
  how?: 'outerMorph' | 'outerHTML' | 'innerHTML'
  children: ComponentChildren
}

/** A part of a page on its way to its place. */
export function Part({ of, how = 'outerMorph', children }: PartProps) {
  return h('hx-partial', { 'hx-target': of, 'hx-swap': how }, children)
}
