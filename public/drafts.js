// What is typed survives a reload, a stage that ends, a retro that ends, and a phone that sleeps. It stays on this device, in this tab.
{
  const keyOf = (form) => `draft ${form.dataset.draft}`
  const fields = (form) => [...form.querySelectorAll('textarea, input:not([type=hidden], [type=radio])')]

  const restore = () => {
    for (const form of document.querySelectorAll('form[data-draft]')) {
      const kept = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? '{}')
      // Whose first field is empty has not been written in.
      if (!kept.text) continue
      if (!fields(form)[0].value)
        for (const field of fields(form)) if (kept[field.name]) field.value = kept[field.name]
      const folded = form.closest('details')
      if (folded) folded.open = true
    }
    tellKept()
  }

  /** What has no form any more is shown, so that it can be copied. */
  function tellKept() {
    const box = document.getElementById('kept')
    const board = document.getElementById('board')
    if (!box || !board) return
    const id = location.pathname.split('/')[2]
    const lost = ['card', 'action']
      .filter((what) => !document.querySelector(`form[data-draft="${what} ${id}"]`))
      .map((what) => JSON.parse(sessionStorage.getItem(`draft ${what} ${id}`) ?? '{}').text)
      .filter(Boolean)
    const shown = lost.length > 0 && !board.classList.contains('screen')
    box.hidden = !shown
    box.textContent = shown ? `${box.dataset.text} “${lost.join('” “')}”` : ''
  }

  document.addEventListener('input', ({ target }) => {
    const form = target.form
    if (!form?.dataset.draft) return
    const typed = Object.fromEntries(fields(form).map((field) => [field.name, field.value]))
    if (typed.text) sessionStorage.setItem(keyOf(form), JSON.stringify(typed))
    else sessionStorage.removeItem(keyOf(form))
  })
  document.addEventListener('htmx:before:swap', ({ detail }) => {
    const form = detail.ctx.sourceElement
    const sent = detail.ctx.response?.status === 200
    if (sent && form?.dataset?.draft) sessionStorage.removeItem(keyOf(form))
  })
  document.addEventListener('htmx:after:swap', restore)
  // Sent without htmx it is gone with its page; refused it stands in the form again.
  document.addEventListener('submit', ({ target }) => {
    if (target.dataset.draft && !target.hasAttribute('hx-post')) sessionStorage.removeItem(keyOf(target))
  })
  restore()
}
