import type { ComponentChildren } from 'preact'

export interface NoticeProps {
  kind: 'good' | 'note' | 'problem'
  title?: string
  children: ComponentChildren
}

/** Says its kind by a word and a line, not by colour alone. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {title && <strong>{title}</strong>}
      <div>{children}</div>
    </div>
  )
}
