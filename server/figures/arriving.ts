import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { Refusal } from '../refusal.ts'
import type { Findings } from './reading/findings.ts'

/** How far a file has been read. */
export interface FiguresProgress {
  /** Lines, or entries of JSON. */
  lines: number
  /** Bytes; the total is 0 where nobody said how many there are. */
  done: number
  total: number
}

export interface ReadingProgress extends FiguresProgress {
  /** Who sends it. */
  by: string
}

const mostBytes = 512 * 1024 * 1024

/** A stream's pieces, counted. It is left open where its reader stops early: see `drained`. */
export const measured = (
  stream: Readable,
  progress: ReadingProgress,
  found: Findings,
): AsyncGenerator<Buffer> => counting(arriving(stream), progress, found)

export async function* counting(
  pieces: AsyncIterable<Buffer>,
  progress: ReadingProgress,
  found: Findings,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    progress.done += piece.length
    progress.lines = found.lines
    if (progress.done > mostBytes) throw new Refusal('figuresTooLarge')
    yield piece
  }
}

/** Whoever breaks off in the middle has made a request that cannot be understood: no fault of ours. */
async function* arriving(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  } catch {
    throw new Refusal('notUnderstood')
  }
}

/** Takes the rest of a stream: whoever sends it hears no answer before all of it was taken. */
export async function drained(stream: Readable): Promise<void> {
  stream.resume()
  if (!stream.readableEnded) await finished(stream, { writable: false })
}
