import { language } from './messages.ts'

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
