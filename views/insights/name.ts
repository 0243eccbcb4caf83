import { useSpeech } from '../setting.ts'
import { nameOf, type Named } from './said.ts'

/** Calls questions by their names. */
export function useName(): (series: Named) => string {
  const speech = useSpeech()
  return (series) => nameOf(series, speech)
}
