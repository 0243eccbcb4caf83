/** What keeps a database from doing its work, where that is nobody's mistake: no room, or no answer. */
export type StoreFault = 'full' | 'away'

const full = new Set(['SQLITE_FULL', 'ENOSPC', '53100'])
/** Of the connection, of SQLite's files, and (in classes 08, 57P, 53 and 25) of a PostgreSQL that cannot serve, or only read. */
const away =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|SQLITE_(IOERR|CANTOPEN|READONLY)\w*|08\w{3}|57P\w{2}|53300|25006)$/
/** The driver's own words for a connection that was lost; it gives them no code. */
const lost = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/

/** Null for a fault of another kind. What failed may be wrapped, once or more, in what it was part of. */
export function storeFault(error: unknown): StoreFault | null {
  if (!(error instanceof Error)) return null
  const { code = '' } = error as { code?: string }
  if (full.has(code)) return 'full'
  if (away.test(code) || lost.test(error.message)) return 'away'
  return storeFault(error instanceof AggregateError ? error.errors[0] : error.cause)
}
