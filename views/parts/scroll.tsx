import type { ComponentChildren } from 'preact'
import { useMessages } from '../setting.ts'

/** A table that may be broader than a phone: it scrolls by itself, by keyboard too. */
export function Scroll({ label, children }: { label?: string; children: ComponentChildren }) {
  const t = useMessages()
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label ?? t.table}>
      {children}
    </div>
  )
}
