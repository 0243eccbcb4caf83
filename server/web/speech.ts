import { speechIn, type Speech } from '#views/speech.ts'
import type { Refusal } from '../refusal.ts'

/** Only English is filled. Where there is more, this is where it is chosen, for a request or an addressee. */
export const speechOf = (organisation: { timeZone: string } | null): Speech =>
  speechIn('en', organisation?.timeZone ?? 'UTC')

/** Why something was not done, as a page or a script is told. */
export function told(refusal: Refusal): { title: string; text: string } {
  const { title, text } = speechOf(null).t.refusals[refusal.code]
  return { title, text: text(refusal.detail as never) }
}
