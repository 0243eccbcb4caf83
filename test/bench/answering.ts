import type { Respondent } from '#server/sample/respondent.ts'
import {
  keptAlive,
  openRound,
  startCeiling,
  startServer,
  type Measured,
  type Server,
  type Started,
} from './load.ts'
import { pageRequest, requestOf, withWires, type Wire } from './wire.ts'

/** Fewer with `npm run bench -- answering 2000`. */
const people = Number(process.argv[3] ?? 10_000)
/** Each is run so often, in turns with its ceiling, and the median told. */
const turns = 5
const loads = [
  { parallel: 1, answers: people / 100 },
  { parallel: 8, answers: people / 25 },
  { parallel: 32, answers: people / 16 },
  { parallel: 128, answers: people / 16 },
]

/** A round of ten thousand: answers at 1, 8, 32 and 128 in parallel, each beside its ceiling; then it is closed. */
export async function benchAnswering(database: string, url: string | undefined) {
  console.log(`\n${database}: a round of ${people}`)
  const server = await startServer(url)
  await server.ask('measure')
  const { id, admin, respondents } = await openRound(server, people)
  await report(server, 'inviting')
  const ceiling = await startCeiling(url, await repliesOf(server, respondents[0]!))

  const answers = respondents.map(requestsOf)
  await server.ask('measure')
  for (const { parallel, answers: count } of loads) {
    const ours: Run[] = []
    const theirs: Run[] = []
    for (let turn = 0; turn < turns; turn++) {
      const some = answers.splice(0, count)
      ours.push(await run(server, some, parallel, answer))
      theirs.push(await run(ceiling, some, parallel, answerBare))
    }
    tell(parallel, ours, theirs)
  }
  await report(server, 'answering')
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
  const { longestPause, memory } = await server.ask<Measured>('measured')
  console.log(
    `  ${doing}: longest pause of the event loop ${longestPause.toFixed(0)} ms, memory at most ${memory.toFixed(0)} MB`,
  )
}

/** What the page and the invitation are for one of them; for another they are about as long. */
async function repliesOf({ origin }: Server, { token }: Respondent) {
  const transport = keptAlive(origin)
  const page = await transport('GET', '/answer')
  const invitation = await transport('POST', '/answering/invitation', { token })
  return { page: page.text, invitation: invitation.text }
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

const page = pageRequest('/answer')

/** The page and every step of the protocol: the ticket is unblinded and verified, as in a browser. */
export async function answer(wire: Wire, { respondent, invitation, ticket }: Requests) {
  await expecting(200)(wire, page)
  await expecting(200)(wire, invitation)
  const { blindSignature } = JSON.parse(await expecting(200)(wire, ticket))
  respondent.finish(blindSignature)
  await expecting(204)(wire, requestOf('/answering/ballots', respondent.ballotRequest))
}

/** The same bytes from the same respondent, whose work is the same though a signature by another key comes to nothing. */
async function answerBare(wire: Wire, { respondent, invitation, ticket }: Requests) {
  await expecting(200)(wire, page)
  await expecting(200)(wire, invitation)
  const { blindSignature } = JSON.parse(await expecting(200)(wire, ticket))
  try {
    respondent.finish(blindSignature)
  } catch {}
  await expecting(204)(wire, requestOf('/answering/ballots', respondent.ballotRequest))
}

const expecting = (expected: number) => async (wire: Wire, request: Buffer) => {
  const { status, body } = await wire.send(request)
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${body}`)
  return body
}

interface Run {
  perSecond: number
  /** Milliseconds an answer took, at the median. */
  p50: number
  /** Milliseconds of computing for each answer. */
  busy: number
}

async function run(server: Started, some: Requests[], parallel: number, work: typeof answer): Promise<Run> {
  const before = await server.ask<{ busy: number }>('measured')
  const took: number[] = []
  const rate = await perSecond(some, parallel, server.origin, async (wire, one) => {
    const began = performance.now()
    await work(wire, one)
    took.push(performance.now() - began)
  })
  const after = await server.ask<{ busy: number }>('measured')
  return { perSecond: rate, p50: median(took), busy: (after.busy - before.busy) / some.length }
}

function tell(parallel: number, ours: Run[], theirs: Run[]) {
  const [own, bare] = [ours, theirs].map((runs) => ({
    perSecond: median(runs.map((one) => one.perSecond)),
    p50: median(runs.map((one) => one.p50)),
    busy: median(runs.map((one) => one.busy)),
  })) as [Run, Run]
  const said = ({ perSecond, p50, busy }: Run) =>
    `${perSecond.toFixed(0)}/s (p50 ${p50.toFixed(0)} ms, computing ${busy.toFixed(2)} ms each)`
  const ratio = (own.perSecond / bare.perSecond).toFixed(2)
  console.log(`    ${parallel} in parallel: ${said(own)}, ceiling ${said(bare)}, ratio ${ratio}`)
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

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
