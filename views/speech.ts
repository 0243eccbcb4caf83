import type { Language, Messages } from './messages/catalogues.ts'

/** How somebody is spoken to: chosen once for a request, or for the addressee of a letter. */
export interface Speech {
  language: Language
  /** The texts of that language, and how it counts and lists. */
  t: Messages
  /** Of moments; days and months are the same everywhere. */
  timeZone: string
}

/** What a questionnaire says, in the reader's language where it is written in it. */
export const wordingOf = <Text>(
  text: { en: Text } & { [other in Language]?: Text },
  { language }: { language: Language },
): Text => text[language] ?? text.en

/** "Mon, 30 November 2026, 09:00 CET". */
export function momentOf(at: Date, { t, timeZone }: Speech): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const
  return dateFormat(t.locale, { ...parts, timeZone }).format(at)
}

/** "30 November 2026", where the organisation is. */
export const dateOf = (at: Date, { t, timeZone }: Speech): string =>
  dateFormat(t.locale, { dateStyle: 'long', timeZone }).format(at)

/** "09:00". */
export const clockOf = (at: Date, { t, timeZone }: Speech): string =>
  dateFormat(t.locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at)

/** Of a day of the calendar, such as 2026-11-30: "30 November 2026". */
export const dayOf = (day: string, { t }: Speech): string =>
  dateFormat(t.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

const monthFormats = {
  long: { month: 'long', year: 'numeric' },
  short: { month: 'short', year: 'numeric' },
  bare: { month: 'short' },
} as const
export type MonthLength = keyof typeof monthFormats

/** Of 2026-10: "October 2026", "Oct 2026" where there is little room, "Oct" where the year is known. */
export const monthOf = (month: string, { t }: Speech, length: MonthLength = 'long'): string =>
  dateFormat(t.locale, { ...monthFormats[length], timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))

/** Of 1, a Monday, to 7: the first of January 2024 was one. */
export const weekdayOf = (weekday: number, { t }: Speech): string =>
  dateFormat(t.locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)))

/** Of a month of the year, 1 to 12. */
export const monthNameOf = (month: number, { t }: Speech): string =>
  dateFormat(t.locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1)))

/** "Mon, 30 Nov", where the organisation is. */
export const shortDayOf = (at: Date, { t, timeZone }: Speech): string =>
  dateFormat(t.locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone }).format(at)

const known = new Map<string, Intl.DateTimeFormat>()

/** Each is made once: making one takes longer than a page, and memory that is given back late. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const format = known.get(key) ?? new Intl.DateTimeFormat(locale, options)
  known.set(key, format)
  return format
}
