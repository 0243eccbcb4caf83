/** YYYY-MM-DD of a date or of the beginning of a timestamp; null for anything else. */
export function dayOf(text: string): string | null {
  const day = text.slice(0, 10)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  const whole = text.length === 10 || text[10] === 'T' || text[10] === ' '
  // 30 February is read as 2 March: only a day that comes back the same is one.
  return isDay && whole && new Date(day).toISOString().startsWith(day) ? day : null
}

/** The day by UTC of milliseconds since 1970; null for what is none. */
export function dayOfInstant(milliseconds: number): string | null {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10)
}

export const monthOf = (text: string): string | null =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : (dayOf(text)?.slice(0, 7) ?? null)
