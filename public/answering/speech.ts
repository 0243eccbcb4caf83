import type { Language, Question } from '#server/storage/schema/questions.ts'
import { language } from './messages.ts'

/** What a question says in the language of the page; in English where it is written in no other. */
export const wordingOf = <Q extends Question>({ text }: Q): Q['text'][Language] => text[language] ?? text.en

const lists = new Intl.ListFormat(language)

/** "Payments, Ledger, and Fraud". */
export const listed = (parts: string[]): string => lists.format(parts)

/** A moment in the reader's own time zone, which is named. */
export function momentOf(iso: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'long',
  }).format(new Date(iso))
}
