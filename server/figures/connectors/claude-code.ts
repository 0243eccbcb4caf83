import { z } from 'zod'
import { answerTo, pageOf, shaped } from '../../outside/outside.ts'
import type { Connection, Service } from './connection.ts'
import { daysOf, longAgo } from './days.ts'

const page = z.object({ data: z.array(z.unknown()), has_more: z.boolean(), next_page: z.string().nullish() })

/** Claude Code Analytics of a Console organisation: a day at a time, in pages. */
export const claudeCode: Service = {
  address: 'https://api.anthropic.com',

  async test(connection) {
    await ask(connection, { starting_at: longAgo(connection.now), limit: '1' })
  },

  async *month(connection, month) {
    for (const day of daysOf(month)) yield* dayPages(connection, day)
  },
}

async function* dayPages(connection: Connection, day: string): AsyncGenerator<Buffer> {
  const about = { starting_at: day, limit: '1000' }
  for (let next: string | null = null; ;) {
    const { text, more } = await ask(connection, next === null ? about : { ...about, page: next })
    yield text
    yield Buffer.from('\n')
    if (more === null) return
    next = more
  }
}

async function ask(
  connection: Connection,
  query: Record<string, string>,
): Promise<{ text: Buffer; more: string | null }> {
  const url = new URL('/v1/organizations/usage_report/claude_code', connection.settings.address)
  url.search = new URLSearchParams(query).toString()
  const headers = { 'x-api-key': connection.token, 'anthropic-version': '2023-06-01' }
  const { text, page: read } = await pageOf(await answerTo(connection, url, { method: 'GET', headers }))
  const { has_more: goesOn, next_page: next } = shaped(page, read)
  return { text, more: goesOn ? (next ?? null) : null }
}
