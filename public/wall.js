// Beside board.js and Sortable, on the wall: a key for everything, the whole screen, and cards that are dragged or carried.
{
  const live = document.getElementById('live')
  const announce = (text, words = {}) => {
    const line = Object.entries(words).reduce(
      (said, [name, word]) => said.replace(`{${name}}`, () => word),
      text,
    )
    document.getElementById('announcer').textContent = line
  }
  const isTyping = (target) => target.closest('input, textarea, select, [contenteditable]')
  let lifted = null

  /** Buttons say themselves which key presses them. */
  function useKeys() {
    document.addEventListener('keydown', (event) => {
      const { key, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return
      if (key.startsWith('Arrow') && target.closest('.card')) return
      const pressed = document.querySelector(
        `[aria-keyshortcuts="${CSS.escape(key.length > 1 ? key : key.toLowerCase())}"]`,
      )
      if (!pressed) return
      event.preventDefault()
      pressed.click()
      if (pressed.localName === 'summary') pressed.parentElement.querySelector('input')?.focus()
    })
  }

  function useWholeScreen() {
    const offer = () => {
      const button = document.getElementById('full-screen')
      if (button) button.hidden = !document.fullscreenEnabled
    }
    offer()
    document.addEventListener('htmx:after:swap', offer)
    document.addEventListener('click', ({ target }) => {
      if (!target.closest('#full-screen')) return
      if (document.fullscreenElement) void document.exitFullscreen()
      else void document.documentElement.requestFullscreen()
    })
  }

  const isGrouping = () => document.getElementById('board').classList.contains('in-group')
  const cards = (within = document) => [...within.querySelectorAll('#board.in-group .column .card')]
  const textOf = (card) => card.querySelector('.text').textContent
  const idOf = (card) => card.id.replace('card-', '')

  function send(card, { group = '', column = '' }) {
    const form = document.getElementById('move')
    Object.entries({ card: idOf(card), group, column }).forEach(
      ([name, value]) => (form.elements[name].value = value),
    )
    form.requestSubmit()
  }

  /** With the keyboard alone: arrows choose a card, space lifts it, Enter puts it to the one that is chosen then. */
  function carryCards() {
    reachable()
    document.addEventListener('htmx:after:swap', reachable)
    document.addEventListener('keydown', (event) => {
      const card = event.target.closest?.('.card')
      if (!card || !isGrouping() || isTyping(event.target) || event.target.closest('button')) return
      const acts = { ' ': lift, Enter: drop, Escape: putBack, o: standAlone, h: hide }
      const act = acts[event.key] ?? (event.key.startsWith('Arrow') ? step : null)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act(card, event.key)
    })
  }

  /** One stop for the tabulator; from it arrows lead on. */
  function reachable() {
    const all = cards()
    const chosen = all.find((card) => card === document.activeElement) ?? all[0]
    for (const card of all) card.tabIndex = card === chosen ? 0 : -1
    if (lifted) document.getElementById(lifted)?.classList.add('lifted')
  }

  function step(card, key) {
    const columns = [...document.querySelectorAll('.column')]
      .map((column) => cards(column))
      .filter((all) => all.length)
    const at = columns.findIndex((all) => all.includes(card))
    const place = columns[at].indexOf(card)
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[key]
    const column = aside ? columns[at + aside] : columns[at]
    const next = column?.[aside ? Math.min(place, column.length - 1) : place + (key === 'ArrowUp' ? -1 : 1)]
    if (!next) return
    next.focus()
    for (const one of cards()) one.tabIndex = one === next ? 0 : -1
  }

  function lift(card) {
    putBack()
    lifted = card.id
    card.classList.add('lifted')
    announce(live.dataset.lifted, { card: textOf(card) })
  }

  function putBack() {
    const card = lifted && document.getElementById(lifted)
    lifted = null
    card?.classList.remove('lifted')
    if (card) announce(live.dataset.putBack, { card: textOf(card) })
  }

  function drop(onto) {
    const card = lifted && document.getElementById(lifted)
    if (!card || card === onto) return
    lifted = null
    card.classList.remove('lifted')
    send(card, { group: onto.closest('.cards').dataset.group })
    announce(live.dataset.moved, { card: textOf(card), topic: textOf(onto) })
  }

  function standAlone(card) {
    const moved = (lifted && document.getElementById(lifted)) || card
    lifted = null
    moved.classList.remove('lifted')
    send(moved, {})
    announce(live.dataset.alone, { card: textOf(moved) })
  }

  const hide = (card) => card.querySelector('.hide')?.click()

  function dragCards() {
    makeSortable()
    document.addEventListener('htmx:after:swap', makeSortable)
  }

  function makeSortable() {
    if (!isGrouping()) return
    for (const list of document.querySelectorAll('.column .cards'))
      if (!Sortable.get(list))
        Sortable.create(list, {
          group: 'cards',
          sort: false,
          filter: 'button, input',
          preventOnFilter: false,
          animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
          onStart: () => document.body.classList.add('dragging'),
          onEnd: dropped,
        })
  }

  function dropped({ item, from, to }) {
    document.body.classList.remove('dragging')
    if (from === to) return live.dispatchEvent(new CustomEvent('missed'))
    const other = to.querySelector(`.card:not(#${CSS.escape(item.id)})`)
    send(item, to.dataset)
    if (other) announce(live.dataset.moved, { card: textOf(item), topic: textOf(other) })
    else announce(live.dataset.alone, { card: textOf(item) })
  }

  document.body.classList.add('scripted')
  useKeys()
  useWholeScreen()
  carryCards()
  dragCards()
}
