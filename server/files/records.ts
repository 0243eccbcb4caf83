import { pipeline } from 'node:stream/promises'
import { CsvError, parse, type Info, type Parser } from 'csv-parse'
import { Unreadable } from './faults.ts'
import type { FaultCode } from '../storage/schema/roster-imports.ts'

const longestRecord = 128_000

/**
 * Hands over every record of a CSV text with the line it begins on; blank lines are passed over.
 * The delimiter is the commonest of comma, semicolon and tab in the header, outside quotes.
 * Throws Unreadable at a broken quote: what follows one cannot be told from what it should have closed.
 */
export async function readRecords(
  text: AsyncGenerator<string>,
  take: (fields: string[], line: number) => void,
): Promise<void> {
  const head = await readHead(text)
  let previous = { lines: 0, empty_lines: 0 }
  const lineAfterPrevious = (blank: number) => previous.lines + blank - previous.empty_lines + 1
  const parser = recordParser(delimiterOf(head), (fields, info) => {
    take(fields, lineAfterPrevious(info.empty_lines))
    previous = info
  })
  try {
    await pipeline(joined(head, text), parser)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = lineAfterPrevious(Number(error.empty_lines))
    throw new Unreadable([{ line, fault: brokenBy(error, line) }])
  }
}

async function readHead(text: AsyncGenerator<string>): Promise<string> {
  let head = ''
  while (headerIn(head) === null && head.length < longestRecord) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  return head
}

function headerIn(head: string): string | null {
  const begun = head.trimStart()
  let quoted = false
  for (let at = 0; at < begun.length; at += 1) {
    if (begun[at] === '"') quoted = !quoted
    else if (begun[at] === '\n' && !quoted) return begun.slice(0, at)
  }
  return null
}

function delimiterOf(head: string): string {
  const outsideQuotes = (headerIn(head) ?? head).split('"').filter((_, at) => at % 2 === 0)
  const occurrences = (delimiter: string) => outsideQuotes.join('').split(delimiter).length
  return [',', ';', '\t'].reduce((best, next) => (occurrences(next) > occurrences(best) ? next : best))
}

/** Takes each record where it is parsed: read from the stream, those before an error would be lost. */
function recordParser(delimiter: string, take: (fields: string[], info: Info) => void): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    on_record: (fields: string[], info) => {
      take(fields, info)
      return null
    },
  })
  return parser.resume()
}

async function* joined(head: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== '') yield head
  for await (const piece of text) if (piece !== '') yield piece
}

function brokenBy(error: CsvError, line: number): FaultCode {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'quoteUnclosed'
  // a record this long over many lines is one whose quote was never closed
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return Number(error.lines) > line ? 'quoteUnclosed' : 'lineTooLong'
  return 'quoteMisplaced'
}
