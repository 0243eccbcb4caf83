/**
 * When a month is over and its vendors correct it no more: on the fourth day after it, by UTC.
 * @param month YYYY-MM
 */
export function finalFrom(month: string): Date {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 4))
}
