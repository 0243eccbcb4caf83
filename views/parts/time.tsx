import { useSpeech } from '../setting.ts'
import { momentOf, monthOf, type MonthLength } from '../speech.ts'

/** A moment in the organisation's time zone, which it names. */
export function Time({ at }: { at: Date }) {
  const formatted = useMoment()
  return <time dateTime={at.toISOString()}>{formatted(at)}</time>
}

export function useMoment(): (at: Date) => string {
  const speech = useSpeech()
  return (at) => momentOf(at, speech)
}

export function useMonth(length: MonthLength = 'long'): (month: string) => string {
  const speech = useSpeech()
  return (month) => monthOf(month, speech, length)
}
