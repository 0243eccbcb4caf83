/** Every day of a month, YYYY-MM-DD. */
export function daysOf(month: string): string[] {
  const days: string[] = []
  for (let at = new Date(`${month}-01T00:00:00Z`); monthAt(at) === month; at = dayAfter(at))
    days.push(dayAt(at))
  return days
}

const dayAt = (at: Date): string => at.toISOString().slice(0, 10)
export const monthAt = (at: Date): string => at.toISOString().slice(0, 7)

const dayAfter = (at: Date): Date => new Date(at.getTime() + 24 * 60 * 60_000)

/** A day that vendors have finished counting and still keep. */
export const longAgo = (now: Date): string => dayAt(new Date(now.getTime() - 10 * 24 * 60 * 60_000))

/** When a month begins and when it is over, by UTC. */
export function spanOf(month: string): { from: Date; to: Date } {
  const from = new Date(`${month}-01T00:00:00Z`)
  return { from, to: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)) }
}
