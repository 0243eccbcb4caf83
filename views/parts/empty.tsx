import type { ComponentChildren } from 'preact'

/** What an empty page says, and what to do next. */
export function Empty({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  )
}
