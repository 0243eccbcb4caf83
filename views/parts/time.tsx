import { useSetting } from '../setting.ts'
import { dateFormat } from './date-format.ts'

/** A moment in the organisation's time zone, which it names. */
export function Time({ at }: { at: Date }) {
  const formatted = useMoment()
  return <time dateTime={at.toISOString()}>{formatted(at)}</time>
}

export function useMoment(): (at: Date) => string {
  const { language, timeZone } = useSetting()
  return (at) => formatMoment(at, language, timeZone)
}

export function formatMoment(at: Date, language: string, timeZone: string): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const
  return dateFormat(language, { ...parts, timeZone }).format(at)
}

/** "October 2026", or "Oct 2026" where there is little room. */
export function useMonth(length: 'long' | 'short' = 'long'): (month: string) => string {
  const { language } = useSetting()
  const format = dateFormat(language, { month: length, year: 'numeric', timeZone: 'UTC' })
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`))
}
