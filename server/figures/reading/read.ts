import { Unreadable } from '../../files/faults.ts'
import { readText } from '../../files/text.ts'
import { readAdoptionCsv } from './adoption-csv.ts'
import { readClaudeEnterprise } from './claude-enterprise.ts'
import { readClaudeCode } from './claude-code.ts'
import { readCopilotMetrics } from './copilot-metrics.ts'
import { readCopilotReports } from './copilot-reports.ts'
import { readCursor } from './cursor.ts'
import { readDeliveryCsv } from './delivery-csv.ts'
import { FiguresUnreadable } from './faults.ts'
import type { FigureFault, FigureKind } from '../../storage/schema/figure-imports.ts'
import type { Findings } from './findings.ts'
import { recognise } from './recognise.ts'

/** Reads a file of whichever kind to its end, in constant memory but for the people in it. Throws at what ends a reading. */
export async function readFigures(source: AsyncIterable<Buffer>, found: Findings): Promise<FigureKind> {
  const whole = readText(source)
  try {
    return await readKind(whole, found)
  } finally {
    // Who stops early lets go of the source, or what is left of it can never be taken.
    await whole.return(undefined)
  }
}

async function readKind(whole: AsyncGenerator<string>, found: Findings): Promise<FigureKind> {
  const { head, text } = await peeked(whole)
  const { kind, byLine } = recognise(head, found.register)
  if (kind === 'copilot') await readCopilotReports(text, found, byLine)
  if (kind === 'copilot-metrics') await readCopilotMetrics(text, found)
  if (kind === 'cursor') await readCursor(text, found)
  if (kind === 'claude-enterprise') await readClaudeEnterprise(text, found)
  if (kind === 'claude-code') await readClaudeCode(text, found)
  if (kind === 'adoption-csv') await readAdoptionCsv(text, found)
  if (kind === 'delivery-csv') await readDeliveryCsv(text, found)
  return kind
}

const headLength = 64 * 1024

/** The beginning of a text, and all of it again. */
async function peeked(text: AsyncGenerator<string>): Promise<{ head: string; text: AsyncGenerator<string> }> {
  let head = ''
  while (head.length < headLength) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  return { head, text: joined(head, text) }
}

async function* joined(head: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== '') yield head
  yield* text
}

/** Puts what ended a reading among the faults; anything else is thrown on. */
export function noteEnd(error: unknown, found: Findings): void {
  if (error instanceof FiguresUnreadable) found.faults.end([error])
  else if (error instanceof Unreadable)
    found.faults.end(error.faults.map((one) => ({ ...one, fault: one.fault as FigureFault })))
  else throw error
}
