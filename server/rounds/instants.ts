import { TZDate } from '@date-fns/tz'
import { z } from 'zod'

/** Nobody plans further ahead, and no round was before there were such tools. */
const years = { first: 2020, ahead: 5 }
export const isPlannable = (at: Date, now: Date): boolean =>
  at.getUTCFullYear() >= years.first && at.getUTCFullYear() <= now.getUTCFullYear() + years.ahead

/** A date and time as the browser's field gives it, in the organisation's zone; or an ISO instant from a script. */
export const instant = (timeZone: string, now: Date) =>
  z
    .string('instant')
    .transform((text, context) => {
      if (z.iso.datetime({ offset: true }).safeParse(text).success) return new Date(text)
      const local = z.iso.datetime({ local: true }).safeParse(text.trim().replace(' ', 'T'))
      if (local.success) return new Date(inZone(local.data, timeZone).getTime())
      context.addIssue('instant')
      return z.NEVER
    })
    .refine((at) => isPlannable(at, now), 'instant')

const inZone = (local: string, timeZone: string): TZDate => {
  const [year, month, day, hours, minutes] = local.split(/\D/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return new TZDate(year, month - 1, day, hours, minutes, timeZone)
}

/** Null, or left empty, for never. */
export const reminder = (timeZone: string, now: Date) =>
  z.union([z.null(), z.literal('').transform(() => null), instant(timeZone, now)])

/** How a browser's date-and-time field wants an instant. */
export function localInstant(at: Date, timeZone: string): string {
  const there = new TZDate(at, timeZone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}T${two(there.getHours())}:${two(there.getMinutes())}`
}

/** YYYY-MM, where the organisation is. */
export const monthIn = (at: Date, timeZone: string): string => localInstant(at, timeZone).slice(0, 7)
