export type Interval = [low: number, high: number]

export interface SharePoint {
  /** YYYY-MM. */
  month: string
  /** From 0 to 1. */
  share: Interval
  /** Of the question's own points: counted with neighbours that month. */
  pooled?: boolean
}

export const middle = ([low, high]: Interval): number => (low + high) / 2
export const isSingle = ([low, high]: Interval): boolean => high - low < 0.005

export const monthStart = (month: string): Date => new Date(`${month}-01T00:00:00Z`)

/** Points of consecutive months: a line is drawn within them and never across a gap. */
export function runs<P extends { month: string }>(points: P[]): P[][] {
  const found: P[][] = []
  for (const point of points) {
    const run = found.at(-1)
    const last = run?.at(-1)
    if (run && last && isNext(last.month, point.month)) run.push(point)
    else found.push([point])
  }
  return found
}

function isNext(month: string, next: string): boolean {
  const following = monthStart(month)
  following.setUTCMonth(following.getUTCMonth() + 1)
  return following.getTime() === monthStart(next).getTime()
}
