import { Unreadable } from './faults.ts'

/** Takes the pieces of a file one after another; without one, what is left at its end. */
type Decode = (piece?: Buffer) => string

/**
 * UTF-16 by its mark or by its zero bytes, else UTF-8, and Windows-1252 from where it is none any more. Throws
 * Unreadable where a file is damaged.
 */
export function decoderFor(start: Buffer): Decode {
  const wide = utf16(start)
  return wide ? strictly(new TextDecoder(wide, { fatal: true })) : utf8OrWindows()
}

function utf16(start: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const pairs = Math.floor(start.length / 2)
  const zeros = (from: 0 | 1) => start.filter((byte, at) => byte === 0 && at % 2 === from).length
  // Letters of a header are a zero and an ASCII byte each.
  if (zeros(1) * 2 > pairs && zeros(0) === 0) return 'utf-16le'
  if (zeros(0) * 2 > pairs && zeros(1) === 0) return 'utf-16be'
  return null
}

const strictly =
  (decoder: TextDecoder): Decode =>
  (piece) =>
    orUnreadable(() => decoder.decode(piece, { stream: piece !== undefined }))

/** What came before the first byte that is no UTF-8 was ASCII, which is the same in both. */
function utf8OrWindows(): Decode {
  const windows = new TextDecoder('windows-1252')
  let decode = strictly(new TextDecoder('utf-8', { fatal: true }))
  let isAscii = true
  let begun: Buffer = Buffer.alloc(0)
  return (piece) => {
    if (!piece) return decode()
    try {
      const text = decode(piece)
      isAscii &&= !beyondAscii.test(text)
      begun = lastCharacter(piece)
      return text
    } catch (error) {
      const whole = Buffer.concat([begun, piece])
      if (!isAscii || isDamagedUtf8(whole)) throw error
      decode = (next) => windows.decode(next, { stream: next !== undefined })
      return decode(whole)
    }
  }
}

const beyondAscii = /[^\0-\x7f]/

/** A character may go on in the next piece. */
function lastCharacter(piece: Buffer): Buffer {
  const ascii = piece.findLastIndex((byte) => byte < 0x80)
  return piece.subarray(Math.max(ascii + 1, piece.length - 3))
}

/** More characters of several bytes than bytes that fit nowhere: by accident other text has hardly one. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  const misfits = text.split('\ufffd').length - 1
  const fitting = (text.match(/[^\0-\x7f]/gu) ?? []).length - misfits
  return fitting > misfits
}

function orUnreadable(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new Unreadable([{ line: 0, fault: 'notUtf8' }])
  }
}
