import { useMessages } from '../setting.ts'

interface ProgressProps {
  label: string
  done: number
  total: number
}

export function Progress({ label, done, total }: ProgressProps) {
  const t = useMessages()
  return (
    <p class="progress">
      <label>
        {label} <progress value={done} max={Math.max(total, 1)} />
      </label>{' '}
      {total > 0 && <span>{t.progress(done, total)}</span>}
    </p>
  )
}

/** Looks again at the same address every second: by htmx where there is script, by reloading where there is none. */
export const refreshing = (url: string) => ({
  'hx-get': url,
  'hx-trigger': 'every 1s',
  'hx-swap': 'outerHTML',
})

export function Refresh() {
  return (
    <noscript>
      <meta http-equiv="refresh" content="2" />
    </noscript>
  )
}
