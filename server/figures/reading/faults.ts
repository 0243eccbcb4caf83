import type { FigureFault } from '../../storage/schema/figure-imports.ts'
import { readable } from '../../web/form.ts'

/** Thrown where a file cannot be read any further. */
export class FiguresUnreadable extends Error {
  constructor(
    readonly line: number,
    readonly fault: FigureFault,
    readonly value?: string,
  ) {
    super(fault)
  }
}

/** What may be quoted of a file in a report: no address, and not much. */
export const quotable = (text: string): string | undefined =>
  text.includes('@') ? undefined : readable(text).slice(0, 80).toWellFormed()
