import { randomBytes } from 'node:crypto'
import { freePort, postgresBinaries, startPostgres } from '../helpers/postgres.ts'
import type { Respondent } from '#server/sample/respondent.ts'
import { benchBoard } from './board.ts'
import { figures } from './figures.ts'
import { benchInsights } from './insights.ts'
import { keptAlive, openRound, perSecond, startServer, type Server } from './load.ts'

const answersEach = { 1: 300, 8: 1200, 32: 2400 }
const closed = 10_000

/** `npm run bench -- board` measures one of them alone. */
const parts = { answering: bench, insights: benchInsights, board: benchBoard, figures }
const chosen = Object.entries(parts).filter(([name]) => (process.argv[2] ?? name) === name)

await benchAll('SQLite', undefined)
const binaries = postgresBinaries()
if (binaries) {
  const port = await freePort()
  const cluster = await startPostgres(binaries, port, { durable: true })
  await benchAll('PostgreSQL', `postgres://postgres@127.0.0.1:${port}/postgres`)
  await cluster.stop()
}
process.exit(0)

async function benchAll(database: string, url: string | undefined) {
  for (const [, part] of chosen) await part(database, url)
}

async function bench(database: string, url: string | undefined) {
  console.log(`\n${database}`)
  const server = await startServer(url)
  const { id, admin, respondents } = await openRound(server, closed)
  await server.ask('measure')
  const remaining = respondents.values()
  for (const [parallel, answers] of Object.entries(answersEach))
    await answering(server, Number(parallel), [...take(remaining, answers)])
  await answerUnmeasured([...remaining])
  await report(server, 'while answering')
  await server.ask('measure')
  const began = performance.now()
  const { text } = await admin('POST', `/rounds/${id}/closure`, {})
  console.log(
    `  close: ${JSON.parse(text).outcome.ballots} ballots in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  await report(server, 'while closing')
  server.stop()
}

/** The whole path of a respondent against the bare route, in the same run. */
async function answering(server: Server, parallel: number, respondents: Respondent[]) {
  const transport = keptAlive(server.origin)
  const ours = await perSecond(respondents, parallel, async (respondent) => {
    await transport('POST', '/answering/invitation', { token: respondent['token'] })
    await respondent.takeTicket()
    await respondent.cast()
  })
  const bare = keptAlive(server.ceiling)
  const messages = respondents.map(() => ({ message: withLeadingZero(), ballot: 'x'.repeat(11_200) }))
  const ceiling = await perSecond(
    messages,
    parallel,
    async (body) => void (await bare('POST', '/ceiling', body)),
  )
  const ratio = (ours / ceiling).toFixed(2)
  console.log(
    `  ${String(parallel).padStart(2)} in parallel: ${ours.toFixed(0)} answers/s, ceiling ${ceiling.toFixed(0)}/s, ratio ${ratio}`,
  )
}

/** Answers nobody measures, so that the close has its ten thousand. */
async function answerUnmeasured(respondents: Respondent[]) {
  await perSecond(respondents, 32, async (respondent) => {
    await respondent.takeTicket()
    await respondent.cast()
  })
}

async function report(server: Server, when: string) {
  const { longestPause, memory } = await server.ask<{ longestPause: number; memory: number }>('measured')
  console.log(
    `  ${when}: longest pause of the event loop ${longestPause.toFixed(0)} ms, memory at most ${memory.toFixed(0)} MB`,
  )
}

function* take<T>(items: Iterator<T>, count: number): Generator<T> {
  for (let n = 0; n < count; n++) yield items.next().value as T
}

function withLeadingZero(): string {
  const message = randomBytes(256)
  message[0] = 0
  return message.toString('base64url')
}
