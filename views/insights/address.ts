/** What an overview's address asks for. */
export interface Chosen {
  /** As of an earlier round; null for the latest. */
  round: string | null
  months: number
  measure: string | null
}

const usualMonths = 12

/** Of an overview as it is shown, with a row open or not. What the page proposes by itself is left out. */
export function overviewAddress(group: string, { round, months, measure }: Chosen, open?: string): string {
  const asked = {
    ...(round && { round }),
    ...(months !== usualMonths && { months: String(months) }),
    ...(measure && { measure }),
    ...(open && { open }),
  }
  const query = new URLSearchParams(asked).toString()
  return `/overview/${group}${query && `?${query}`}`
}
