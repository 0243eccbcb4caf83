import { useSpeech } from '../setting.ts'
import { dayOf } from '../speech.ts'

/** A day of the calendar, such as 2026-11-30, which is the same in every zone. */
export function Day({ day }: { day: string }) {
  return <time dateTime={day}>{useDayName()(day)}</time>
}

export function useDayName(): (day: string) => string {
  const speech = useSpeech()
  return (day) => dayOf(day, speech)
}
