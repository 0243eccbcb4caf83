import { useSetting } from '../setting.ts'

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
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...parts, timeZone }).format(at)
}

/** "October 2026", or "Oct 2026" where there is little room. */
export function useMonth(length: 'long' | 'short' = 'long'): (month: string) => string {
  const { language } = useSetting()
  const format = monthFormat(language === 'en' ? 'en-GB' : language, length)
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`))
}

/** A formatter takes longer to make than a page to write. */
const monthFormats = new Map<string, Intl.DateTimeFormat>()

function monthFormat(locale: string, month: 'long' | 'short'): Intl.DateTimeFormat {
  const key = `${locale} ${month}`
  const known =
    monthFormats.get(key) ?? new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: 'UTC' })
  monthFormats.set(key, known)
  return known
}
