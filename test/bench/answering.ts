import { randomBytes } from 'node:crypto'
import type { Respondent } from '#server/sample/respondent.ts'
import { openRound, startCeiling, startServer, type Measured, type Server } from './load.ts'
import { requestOf, withWires, type Wire } from './wire.ts'

/** Fewer with `npm run bench -- answering 2000`. */
const people = Number(process.argv[3] ?? 10_000)
const answersEach = [
  { parallel: 1, answers: people / 20 },
  { parallel: 8, answers: people / 5 },
  { parallel: 32, answers: people / 2 },
]

/** A round of ten thousand: answers at 1, 8 and 32 in parallel, each beside its ceiling; then it is closed. */
export async function benchAnswering(database: string, url: string | undefined) {
  console.log(`\n${database}: a round of ${people}`)
  const server = await startServer(url)
  const ceiling = await startCeiling(url)
  await server.ask('measure')
  const { id, admin, respondents } = await openRound(server, people)
  await report(server, 'inviting')

  const answers = respondents.map(requestsOf)
  for (const { parallel, answers: count } of answersEach) {
    const some = answers.splice(0, count)
    const bare = some.map(bareRequest)
    await server.ask('measure')
    const ours = await perSecond(some, parallel, server.origin, answer)
    const { busy } = await report(server, `answering, ${parallel} in parallel`)
    const theirs = await perSecond(bare, parallel, ceiling.origin, expecting(200))
    console.log(
      `    ${ours.toFixed(0)} answers/s, ceiling ${theirs.toFixed(0)}/s, ratio ${(ours / theirs).toFixed(2)}; ${(busy / count).toFixed(2)} ms of computing for each`,
    )
  }
  ceiling.stop()
  await perSecond(answers, 32, server.origin, answer)

  await server.ask('measure')
  const began = performance.now()
  const { text } = await admin('POST', `/rounds/${id}/closure`, {})
  const seconds = (performance.now() - began) / 1000
  await report(server, 'closing')
  console.log(`    ${JSON.parse(text).outcome.ballots} ballots in ${seconds.toFixed(1)} s`)
  server.stop()
}

async function report(server: Server, doing: string) {
  const measured = await server.ask<Measured>('measured')
  console.log(
    `  ${doing}: longest pause of the event loop ${measured.longestPause.toFixed(0)} ms, memory at most ${measured.memory.toFixed(0)} MB`,
  )
  return measured
}

/** One respondent's, made before the clock runs but for the signature, which is not there before the ticket. */
export interface Requests {
  respondent: Respondent
  invitation: Buffer
  ticket: Buffer
}

export function requestsOf(respondent: Respondent): Requests {
  const { token, blinding } = respondent
  return {
    respondent,
    invitation: requestOf('/answering/invitation', { token }),
    ticket: requestOf('/answering/tickets', {
      token,
      blindedMessage: blinding!.blindedMessage.toString('base64url'),
    }),
  }
}

/** Every step of the protocol: the ticket is unblinded and verified, as in a browser. */
export async function answer(wire: Wire, { respondent, invitation, ticket }: Requests) {
  await expecting(200)(wire, invitation)
  const { blindSignature } = JSON.parse(await expecting(200)(wire, ticket))
  respondent.finish(blindSignature)
  await expecting(204)(wire, requestOf('/answering/ballots', respondent.ballotRequest))
}

/** A message that any modulus of its length exceeds, and as many bytes as a ballot has, which cannot be compressed either. */
function bareRequest(): Buffer {
  const message = randomBytes(256)
  message[0] = 0
  return requestOf('/ceiling', {
    message: message.toString('base64url'),
    ballot: randomBytes(8_390).toString('base64url'),
  })
}

const expecting = (expected: number) => async (wire: Wire, request: Buffer) => {
  const { status, body } = await wire.send(request)
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${body}`)
  return body
}

/** How many items are done in a second, with so many under way at once. */
export function perSecond<T>(
  items: T[],
  parallel: number,
  origin: string,
  work: (wire: Wire, item: T) => Promise<unknown>,
): Promise<number> {
  return withWires(origin, parallel, async (wires) => {
    const queue = items.values()
    const began = performance.now()
    await Promise.all(
      wires.map(async (wire) => {
        for (const item of queue) await work(wire, item)
      }),
    )
    return (items.length * 1000) / (performance.now() - began)
  })
}
