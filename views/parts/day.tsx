import { useSetting } from '../setting.ts'
import { dateFormat } from './date-format.ts'

/** A day of the calendar, such as 2026-11-30, which is the same in every zone. */
export function Day({ day }: { day: string }) {
  const { language } = useSetting()
  return <time dateTime={day}>{formatDay(day, language)}</time>
}

export function formatDay(day: string, language: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return dateFormat(language, parts).format(new Date(day))
}
