// Beside htmx: what is announced and how often, the clock, and a connection that rests and comes back.
const live = document.getElementById('live')
const said = (text) => {
  const announcer = document.getElementById('announcer')
  if (announcer && announcer.textContent !== text) announcer.textContent = text
}

if (live) {
  keepConnected()
  countDown()
  announceNews()
  beginStagesAtTheTop()
}

/** htmx reconnects after errors; this notices what is no error: a phone that slept, a network that changed. */
function keepConnected() {
  // A heartbeat comes every 20 seconds.
  const longestSilence = 50_000
  let connection = null
  let heard = Date.now()
  // What comes first is how things are, whatever was there before.
  let first = true

  const show = (text) => {
    const notice = document.getElementById('connection')
    notice.textContent = text
    notice.hidden = text === ''
  }
  const showLost = () => show(unsent.isWaiting() ? live.dataset.unsent : live.dataset.lost)
  const unsent = keepUnsent(showLost)
  const connectAnew = () => {
    heard = Date.now()
    if (connection?.reader) connection.reader.cancel().catch(() => {})
    else live.dispatchEvent(new CustomEvent('reconnect'))
  }

  live.addEventListener('htmx:sse:after:connection', (event) => {
    connection = event.detail.connection
    heard = Date.now()
    if (connection.status !== 200) return
    first = true
    show('')
    unsent.send()
  })
  live.addEventListener('htmx:sse:error', showLost)
  live.addEventListener('htmx:sse:close', () => (connection = null))
  live.addEventListener('htmx:error', () => {
    showLost()
    setTimeout(() => live.dispatchEvent(new CustomEvent('reconnect')), 2000)
  })
  live.addEventListener('htmx:sse:before:message', (event) => {
    heard = Date.now()
    const { id, event: name } = event.detail.message
    if (name) return
    // What is being dragged is not pulled from under the hand; what was missed is asked for afterwards.
    if (document.body.classList.contains('dragging')) return event.preventDefault()
    // An answer to this device may have overtaken the stream.
    const shown = Number(document.getElementById('board').dataset.version)
    if (!first && Number(id) < shown) event.preventDefault()
    first = false
  })
  live.addEventListener('leave', () => location.replace(location.pathname))
  live.addEventListener('missed', connectAnew)
  const rest = restUntilTouched(connectAnew, () => show(live.dataset.resting))
  window.addEventListener('online', connectAnew)
  window.addEventListener('offline', showLost)
  // A page that the browser had put away comes back as it was left.
  window.addEventListener('pageshow', (event) => event.persisted && location.reload())
  setInterval(
    () => !rest.isResting() && Date.now() - heard > longestSilence && !document.hidden && connectAnew(),
    5000,
  )

  document.addEventListener('htmx:after:request', ({ target }) => target !== live && show(''))
}

/** Nothing has happened for long, so nothing is listened for until somebody is there again. */
function restUntilTouched(connectAnew, tell) {
  let resting = false
  const hasEnded = () => document.getElementById('board').classList.contains('in-ended')
  live.addEventListener('rest', () => {
    resting = true
    if (!hasEnded()) tell()
  })
  for (const sign of ['pointerdown', 'keydown', 'visibilitychange'])
    document.addEventListener(sign, () => {
      if (!resting || document.hidden || hasEnded()) return
      resting = false
      connectAnew()
    })
  return { isResting: () => resting }
}

/** A card that could not be sent is sent when the connection is back: it carries its own id, so as often as it takes. */
function keepUnsent(tell) {
  let waiting = null
  const send = () => {
    const form = waiting
    waiting = null
    if (form?.isConnected) form.requestSubmit()
  }
  const notSent = (target) => {
    if (target === live || !(target instanceof HTMLElement)) return
    if (target.id === 'write') waiting = target
    tell()
  }
  document.addEventListener('htmx:error', ({ target }) => {
    notSent(target)
    // The stream may have noticed nothing.
    setTimeout(send, 3000)
  })
  document.addEventListener('htmx:response:error', ({ target, detail }) => {
    if (detail.ctx.response.status >= 500) notSent(target)
  })
  return { send, isWaiting: () => waiting?.isConnected === true }
}

/** By the server's clock: a phone's own may be minutes off. */
function countDown() {
  let ahead = 0
  let running = null
  live.addEventListener('clock', ({ detail }) => {
    ahead = Date.now() - Number(detail.data)
    tick()
  })

  function tick() {
    const timer = document.getElementById('timer')
    if (!timer) return (running = null)
    const { ends, over } = timer.dataset
    const left = Math.ceil((Date.parse(ends) + ahead - Date.now()) / 1000)
    const text = left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : over
    if (timer.textContent !== text) timer.textContent = text
    timer.classList.toggle('over', left <= 0)
    if (left > 0 && running !== ends) said(live.dataset.timerStarted)
    if (left <= 0 && running === ends) said(live.dataset.timerOver)
    running = left > 0 ? ends : null
  }
  tick()
  setInterval(tick, 250)
  document.addEventListener('htmx:after:swap', tick)
}

/** Said aloud, at most every ten seconds: cards come faster than anybody can listen. */
function announceNews() {
  const pause = 10_000
  let saidAt = 0
  let waiting = null
  let last = news()

  function news() {
    return document.getElementById('news')?.textContent ?? ''
  }
  function announce() {
    waiting = null
    if (news() === last) return
    last = news()
    saidAt = Date.now()
    said(last)
  }
  document.addEventListener('htmx:after:swap', () => {
    if (news() !== last) waiting ??= setTimeout(announce, Math.max(0, saidAt + pause - Date.now()))
  })
}

/** What a new stage is about stands at its top. */
function beginStagesAtTheTop() {
  const stage = () => document.getElementById('board').className
  let last = stage()
  document.addEventListener('htmx:after:swap', () => {
    if (stage() !== last) window.scrollTo(0, 0)
    last = stage()
  })
}
