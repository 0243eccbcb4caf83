import type { Language, Question } from '#server/storage/schema/questions.ts'
import { language } from './messages.ts'

/** What a question says in the language of the page; in English where it is written in no other. */
export const wordingOf = <Q extends Question>({ text }: Q): Q['text'][Language] => text[language] ?? text.en

const lists = new Intl.ListFormat(language)

/** "Payments, Ledger, and Fraud". */
export const listed = (parts: string[]): string => lists.format(parts)

const moment = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'long',
} as const

/** A moment in the organisation's time zone, or in the reader's own where their browser does not know that one; it is named. */
export function momentOf(iso: string, timeZone: string | undefined): string {
  const format = (zone = {}) =>
    new Intl.DateTimeFormat(language, { ...moment, ...zone }).format(new Date(iso))
  try {
    return format({ timeZone })
  } catch {
    return format()
  }
}
