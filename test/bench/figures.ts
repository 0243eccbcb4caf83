import { request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { keptAlive, startServer } from './load.ts'

const people = 20_000
const sizes = [20, 200]

/** Usage reports pushed with a token, as a cron job does: how long, with how much memory and which pauses. */
export async function figures(database: string, url: string | undefined): Promise<void> {
  console.log(`\n${database}`)
  const server = await startServer(url)
  const token = await withRoster(server.origin)
  for (const megabytes of sizes) {
    await server.ask('measure')
    const began = performance.now()
    const { lines, people: seen } = await push(server.origin, token, megabytes)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { longestPause, memory } = await server.ask<{ longestPause: number; memory: number }>('measured')
    console.log(
      `  ${megabytes} MB, ${lines} lines, ${seen} people: read, counted and applied in ${seconds} s`,
    )
    console.log(
      `    longest pause of the event loop ${longestPause.toFixed(0)} ms, memory at most ${memory.toFixed(0)} MB`,
    )
  }
  server.stop()
}

async function withRoster(origin: string): Promise<string> {
  const body = { token: 'bench', organisation: 'Bench', timeZone: 'UTC', email: 'bench@example.com' }
  const headers = { 'content-type': 'application/json', origin }
  const setUp = await fetch(`${origin}/setup`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: JSON.stringify(body),
  })
  const admin = keptAlive(origin, { cookie: setUp.headers.get('set-cookie')!.split(';')[0]!, origin })
  const lines = Array.from(
    { length: people },
    (_, n) => `person${n}@example.com,Engineering / Team ${Math.floor(n / 20)}`,
  )
  const roster = await admin('POST', '/roster/imports', { roster: ['email,team', ...lines].join('\n') })
  await admin('POST', `/roster/imports/${JSON.parse(roster.text).id}/application`, {})
  return JSON.parse((await admin('POST', '/tokens', { name: 'bench' })).text).token
}

async function push(
  origin: string,
  token: string,
  megabytes: number,
): Promise<{ lines: number; people: number }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' }
  const sent = request(new URL('/figures/imports?apply=yes', origin), { method: 'POST', headers })
  const answered = new Promise<string>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve(text))
    })
  })
  await pipeline(Readable.from(reports(megabytes * 1024 * 1024)), sent)
  const { state, report } = JSON.parse(await answered)
  if (state !== 'applied') throw new Error(`The figures are ${state}`)
  return report
}

/** Rows as wide as real ones, a thousand at once. */
function* reports(bytes: number): Generator<Buffer> {
  const breakdown = Array.from({ length: 4 }, (_, n) => ({
    feature: `feature_${n}`,
    code_generation_activity_count: n,
    loc_added_sum: 8,
    loc_suggested_to_add_sum: 10,
  }))
  let written = 0
  for (let day = 0; written < bytes; day += 1)
    for (let from = 0; from < people && written < bytes; from += 1000) {
      const rows = Array.from({ length: 1000 }, (_, n) =>
        JSON.stringify({
          code_acceptance_activity_count: n % 3,
          code_generation_activity_count: n % 7,
          day: `2026-10-${String((day % 31) + 1).padStart(2, '0')}`,
          organization_id: '999',
          totals_by_feature: breakdown,
          used_agent: n % 2 === 0,
          used_chat: false,
          user_id: from + n,
          user_login: `person${from + n}@example.com`,
          user_initiated_interaction_count: 0,
        }),
      )
      const piece = Buffer.from(`${rows.join('\n')}\n`)
      written += piece.length
      yield piece
    }
}
