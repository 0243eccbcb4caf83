import { useMessages } from '../setting.ts'

export interface PagesProps {
  /** From 0. */
  page: number
  pages: number
  /** The address of a page, from 1. */
  to: (number: number) => string
}

/** The way through a list that is too long for one page. */
export function Pages({ page, pages, to }: PagesProps) {
  const { paging: text } = useMessages()
  if (pages < 2) return null
  return (
    <nav class="pages" aria-label={text.label}>
      {page > 0 && (
        <a href={to(page)} rel="prev">
          {text.before}
        </a>
      )}
      <span aria-current="page">{text.place(page + 1, pages)}</span>
      {page + 1 < pages && (
        <a href={to(page + 2)} rel="next">
          {text.next}
        </a>
      )}
    </nav>
  )
}
