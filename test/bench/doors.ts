import { request } from 'node:http'
import { hostileBodies, type HostileBody } from '../helpers/hostile.ts'
import { randomBytes } from 'node:crypto'
import { answer, perSecond, requestsOf } from './answering.ts'
import { openRound, startServer, type Measured, type Server } from './load.ts'
import { requestOf, withWires } from './wire.ts'

const doors = ['/sign-in', '/answering/ballots']
/** Long enough for the server to have done with a body that it reads to its end. */
const settling = 300

const respondents = 1500

/** What nobody in particular can do to the server: pauses of its event loop, and what is left for respondents beside them. */
export async function benchDoors(database: string, url: string | undefined) {
  const server = await startServer(url)
  const { respondents: everybody } = await openRound(server, respondents)
  console.log(`\n${database}: what a hostile body costs\n`)
  for (const door of doors) for (const hostile of hostileBodies) await cost(server, door, hostile)

  const { round, unit } = everybody[0]!.invitation as unknown as { round: string; unit: { id: string } }
  const wrong = { token: randomBytes(32).toString('base64url') }
  const forged = { round, unit: unit.id, ...forgery(round, unit.id) }
  const crowds = {
    'wrong tickets': requestOf('/answering/tickets', { ...wrong, blindedMessage: aNumber() }),
    'forged ballots': requestOf('/answering/ballots', forged),
  }
  const answers = everybody.map(requestsOf)
  const some = () => answers.splice(0, respondents / 5)
  const run = () => perSecond(some(), 8, server.origin, answer)
  await run()
  const alone = await run()
  console.log(`\n  8 respondents alone: ${alone.toFixed(0)} answers/s`)
  for (const [name, request] of Object.entries(crowds)) {
    const beside = await besideCrowd(server.origin, request, () =>
      perSecond(some(), 8, server.origin, answer),
    )
    console.log(`  beside 32 with ${name}: ${beside.toFixed(0)}/s, ratio ${(beside / alone).toFixed(2)}`)
  }
  server.stop()
}

async function cost(server: Server, door: string, hostile: HostileBody) {
  const { status, bytes } = await measured(server, door, hostile)
  const { longestPause, memory } = await server.ask<Measured>('measured')
  const figures = [status, `${bytes} B`, `${longestPause.toFixed(0)} ms`, `${memory.toFixed(0)} MB`]
  console.log(`  ${[door, hostile.name, ...figures].join(' | ')}`)
}

/** Runs the work while 32 connections send one request again and again. */
const besideCrowd = <T>(origin: string, request: Buffer, work: () => Promise<T>): Promise<T> =>
  withWires(origin, 32, async (wires) => {
    let isOver = false
    const crowd = wires.map(async (wire) => {
      while (!isOver) await wire.send(request)
    })
    const done = await work()
    isOver = true
    await Promise.all(crowd)
    return done
  })

const aNumber = () => randomBytes(256).fill(1, 0, 1).toString('base64url')

/** A message of this unit with a signature nobody made, and a ballot of the right shape. */
function forgery(round: string, unit: string) {
  const message = `safe-to-say ballot\n${round}\n${unit}\n${randomBytes(32).toString('base64url')}`
  const sealed = [222, 0, 16, 10_923, 22].map((length) => 'A'.repeat(length))
  return {
    message: Buffer.concat([randomBytes(32), Buffer.from(message)]).toString('base64url'),
    signature: aNumber(),
    ballot: sealed.join('.'),
  }
}

async function measured(server: Server, door: string, hostile: HostileBody) {
  await new Promise((resolve) => setTimeout(resolve, settling))
  await server.ask('measure')
  const answer = await sent(new URL(door, server.origin), hostile)
  await new Promise((resolve) => setTimeout(resolve, settling))
  return answer
}

/** The status, 0 where the connection was cut, and how much came back. */
const sent = (url: URL, { headers, body }: HostileBody): Promise<{ status: number; bytes: number }> =>
  new Promise((resolve) => {
    let bytes = 0
    const asked = request(url, { method: 'POST', headers, agent: false }, (response) => {
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve({ status: response.statusCode!, bytes }))
    })
    asked.on('error', () => resolve({ status: 0, bytes }))
    asked.end(body)
  })
