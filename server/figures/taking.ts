import type { Readable } from 'node:stream'
import { NotTaken } from '../outside/outside.ts'
import type { FigureKind } from '../storage/schema/figure-imports.ts'
import { counting, drained, measured, type ReadingProgress } from './arriving.ts'
import { Findings } from './reading/findings.ts'
import { readMapping } from './reading/mapping.ts'
import { noteEnd, readFigures } from './reading/read.ts'
import type { Register } from './register.ts'

/** What is sent, in whichever order it arrives. */
export type Part =
  | { what: 'figures'; stream: Readable }
  | { what: 'mapping'; stream: Readable }
  | { what: 'source'; text: string }

/** Whole months as they are fetched, in pieces; what is about any other month is left out. */
export interface Fetched {
  /** Of a table. */
  source: string
  /** YYYY-MM */
  months: string[]
  pieces: AsyncGenerator<Buffer>
}

/** What was read, in memory alone. */
export interface Taken {
  kind: FigureKind | null
  source: string
  found: Findings
  /** By login. */
  addresses: Map<string, string>
}

/** Null when there was no file among what was sent. */
export async function takeParts(
  register: Register,
  parts: AsyncIterable<Part>,
  progress: ReadingProgress,
): Promise<Taken | null> {
  const taken: Taken = { kind: null, source: '', found: new Findings(register), addresses: new Map() }
  let isThere = false
  for await (const part of parts) {
    if (part.what === 'source') taken.source = part.text
    else {
      isThere ||= part.what === 'figures'
      await takeFile(part.what, part.stream, taken, progress)
    }
  }
  return isThere ? taken : null
}

async function takeFile(
  what: 'figures' | 'mapping',
  stream: Readable,
  taken: Taken,
  progress: ReadingProgress,
) {
  const pieces = measured(stream, progress, taken.found)
  try {
    if (what === 'figures') taken.kind = await readFigures(pieces, taken.found)
    else taken.addresses = await readMapping(pieces, taken.found)
  } catch (error) {
    noteEnd(error, taken.found)
    await drained(stream)
  }
}

export async function takeFetched(
  register: Register,
  { source, months, pieces }: Fetched,
  progress: ReadingProgress,
): Promise<Taken> {
  const found = new Findings(register, { quotes: false })
  const taken: Taken = { kind: null, source, found, addresses: new Map() }
  try {
    taken.kind = await readFigures(counting(pieces, progress, found), found)
    found.only(months)
  } catch (error) {
    if (error instanceof NotTaken) found.faults.end([{ line: 0, fault: 'notFetched', value: error.reason }])
    else noteEnd(error, found)
  }
  return taken
}
