import { z } from 'zod'
import { answerTo, pageOf, shaped } from '../../outside/outside.ts'
import type { Connection, Service } from './connection.ts'
import { longAgo, spanOf } from './days.ts'

const page = z.object({
  data: z.array(z.unknown()),
  pagination: z.object({ hasNextPage: z.boolean().nullish() }).nullish(),
})

const day = 24 * 60 * 60_000
/** It answers about thirty days at most. */
const longest = 30 * day
const pageSize = 1000

/** Cursor's admin interface: every member on every day, in pages. */
export const cursor: Service = {
  address: 'https://api.cursor.com',

  async test(connection) {
    const from = new Date(`${longAgo(connection.now)}T00:00:00Z`)
    await ask(connection, { from, to: new Date(from.getTime() + day) }, 1, 1)
  },

  async *month(connection, month) {
    const { from, to } = spanOf(month)
    for (let at = from; at < to; at = new Date(at.getTime() + longest))
      yield* pagesOf(connection, { from: at, to: new Date(Math.min(at.getTime() + longest, to.getTime())) })
  },
}

interface Span {
  from: Date
  to: Date
}

async function* pagesOf(connection: Connection, span: Span): AsyncGenerator<Buffer> {
  for (let number = 1; ; number++) {
    const { text, goesOn } = await ask(connection, span, number, pageSize)
    yield text
    yield Buffer.from('\n')
    if (!goesOn) return
  }
}

async function ask(
  connection: Connection,
  { from, to }: Span,
  number: number,
  size: number,
): Promise<{ text: Buffer; goesOn: boolean }> {
  const { settings, token } = connection
  const body = JSON.stringify({
    startDate: from.getTime(),
    // Both ends are within.
    endDate: to.getTime() - 1,
    page: number,
    pageSize: size,
  })
  const headers = {
    authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const url = new URL('/teams/daily-usage-data', settings.address)
  const { text, page: read } = await pageOf(
    await answerTo(connection, url, { method: 'POST', headers, body }),
  )
  return { text, goesOn: shaped(page, read).pagination?.hasNextPage === true }
}
