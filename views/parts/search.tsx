import { useMessages } from '../setting.ts'
import { TextField } from './field.tsx'

interface SearchProps {
  action: string
  name: string
  label: string
  sought: string
  /** Id of what is put in place while somebody types, on a page that is `live`. */
  into?: string
}

/** A search on the server. */
export function Search({ action, name, label, sought, into }: SearchProps) {
  const t = useMessages()
  return (
    <form method="get" action={action} class="search" role="search" {...(into && typing(action, name, into))}>
      <TextField name={name} label={label} type="search" value={sought} />
      <button>{t.actions.search}</button>
    </form>
  )
}

/** Asks again while somebody types, and puts in place what is found. */
export const typing = (action: string, name: string, into: string) => ({
  'hx-get': action,
  'hx-trigger': `input changed delay:300ms from:#${name}`,
  'hx-select': `#${into}`,
  'hx-target': `#${into}`,
  'hx-swap': 'outerHTML',
})
