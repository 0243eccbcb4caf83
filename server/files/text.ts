import { setImmediate } from 'node:timers/promises'
import { Unreadable } from './faults.ts'

export type RosterSource = AsyncIterable<Buffer> | Buffer | string

const pieceSize = 64 * 1024

/** The source as UTF-8 text in pieces, without a byte order mark, every line end a line feed. */
export async function* readText(source: RosterSource): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let begun = false
  let heldBack = ''
  for await (const piece of pieces(source)) {
    if (!begun) refuseOtherFormats(piece)
    begun = true
    const text = heldBack + decoded(() => decoder.decode(piece, { stream: true }))
    heldBack = text.endsWith('\r') ? '\r' : ''
    yield withLineFeeds(text.slice(0, text.length - heldBack.length))
  }
  yield withLineFeeds(heldBack + decoded(() => decoder.decode()))
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

function refuseOtherFormats(start: Buffer) {
  const startsWith = (...bytes: number[]) => bytes.every((byte, at) => start[at] === byte)
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) throw new Unreadable([{ line: 0, fault: 'utf16' }])
  // the mark of a zip, which is what a workbook is
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) throw new Unreadable([{ line: 0, fault: 'spreadsheet' }])
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new Unreadable([{ line: 0, fault: 'notUtf8' }])
  }
}

const withLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n')
