import type { Receipt } from './keeping.ts'
import { loaderMessages } from './loader-messages.ts'

interface Action {
  label: string
  run: () => void
}

/** The loader has no components: a title, sentences, and perhaps one thing to do. */
export function say({ title, text }: { title: string; text: string[] }, action?: Action) {
  const parts = text.map((sentence) => element('p', sentence))
  show(title, action ? [...parts, button(action)] : parts)
}

/** For a link opened again after the close, on the device the ballot came from. */
export function sayHandedIn({ round, receipt }: Receipt) {
  const { title, text, list } = loaderMessages.handedIn
  const code = element('code', receipt)
  const link = element('a', list)
  link.href = `/rounds/${encodeURIComponent(round)}/receipts.json`
  show(title, [...text.map((sentence) => element('p', sentence)), wrapped(code), wrapped(link)])
}

export function askForLink(onToken: (token: string) => void) {
  const { title, text, field, go, fault } = loaderMessages.noLink
  const form = element('form')
  const label = element('label', field)
  const input = element('input')
  const error = element('p')
  Object.assign(input, { id: 'link', type: 'text', autocomplete: 'off', spellcheck: false })
  Object.assign(label, { htmlFor: 'link' })
  Object.assign(error, { id: 'link-fault', className: 'fault', hidden: true, textContent: fault })
  input.setAttribute('aria-describedby', 'link-fault')
  form.noValidate = true
  form.append(label, input, error, button({ label: go }))
  form.onsubmit = (event) => {
    event.preventDefault()
    const token = /^(?:.*#)?([\w-]{20,})$/.exec(input.value.trim())?.[1]
    if (token) return onToken(token)
    error.hidden = false
    input.setAttribute('aria-invalid', 'true')
    input.focus()
  }
  show(title, [...text.map((sentence) => element('p', sentence)), form])
}

function show(title: string, parts: HTMLElement[]) {
  const heading = element('h1', title)
  const page = document.getElementById('answer')!
  heading.tabIndex = -1
  page.textContent = ''
  for (const part of [heading, ...parts]) page.appendChild(part)
  heading.focus()
}

function button({ label, run }: { label: string; run?: () => void }) {
  const made = element('button', label)
  if (run) {
    made.type = 'button'
    made.onclick = () => {
      made.disabled = true
      run()
    }
  }
  return made
}

function wrapped(inner: HTMLElement) {
  const paragraph = element('p')
  paragraph.append(inner)
  return paragraph
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
