import { setImmediate } from 'node:timers/promises'
import { decoderFor } from './encoding.ts'
import { Unreadable } from './faults.ts'

export type RosterSource = AsyncIterable<Buffer> | Buffer | string

const pieceSize = 64 * 1024
/** Enough to tell a workbook and the usual encodings by. */
const startSize = 1024

/** The source as text in pieces, without a byte order mark, every line end a line feed. */
export async function* readText(source: RosterSource): AsyncGenerator<string> {
  const all = pieces(source)
  try {
    const start = await startOf(all)
    refuseWorkbooks(start)
    const decode = decoderFor(start)
    let heldBack = ''
    for await (const piece of continued(start, all)) {
      const text = heldBack + decode(piece)
      heldBack = text.endsWith('\r') ? '\r' : ''
      yield withLineFeeds(text.slice(0, text.length - heldBack.length))
    }
    yield withLineFeeds(heldBack + decode())
  } finally {
    // Who stops early lets go of the source.
    await all.return(undefined)
  }
}

/** Small pieces with a pause before each, so that a large file does not hold up everybody else. */
async function* pieces(source: RosterSource): AsyncGenerator<Buffer> {
  for await (const chunk of typeof source === 'string' || Buffer.isBuffer(source)
    ? [Buffer.from(source)]
    : source) {
    for (let at = 0; at < chunk.length; at += pieceSize) {
      await setImmediate()
      yield chunk.subarray(at, at + pieceSize)
    }
  }
}

async function startOf(all: AsyncGenerator<Buffer>): Promise<Buffer> {
  let start: Buffer = Buffer.alloc(0)
  while (start.length < startSize) {
    const next = await all.next()
    if (next.done) break
    start = Buffer.concat([start, next.value])
  }
  return start
}

async function* continued(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield start
  yield* rest
}

/** By the mark of a zip, which is what a workbook is. */
function refuseWorkbooks(start: Buffer) {
  if (start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04])))
    throw new Unreadable([{ line: 0, fault: 'spreadsheet' }])
}

const withLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n')
