import { Listener } from '../helpers/events.ts'
import { posted, setUp, startServer, type Server } from './load.ts'
import type { Transport } from '#server/sample/respondent.ts'

const devices = 60
/** With as many, as many groups as a ballot ever has. */
const cardsWritten = 200

interface Retro {
  /** Whoever leads. */
  lead: Transport
  at: string
  seats: Seat[]
  listeners: Listener[]
}

interface Seat {
  send: Transport
  listener: Listener
}

/** From the moment something is sent until every one of sixty devices, and the screen, has heard of it. */
export async function benchBoard(database: string, url: string | undefined) {
  console.log(`\n${database}: a board with ${devices} devices and a screen`)
  const server = await startServer(url)
  const retro = await joined(server)
  await server.ask('measure')

  let written = 0
  const cards = await each(retro, cardsWritten, 'POST card', (seat) => ({
    sent: () =>
      seat.send('POST', `${retro.at}/cards`, {
        text: `Card ${++written} ${'word '.repeat(12)}`,
        column: written % 3,
      }),
    heard: () => new RegExp(`>${written} cards? written so far`),
  }))
  report(`a card (${cardsWritten} of them)`, cards)

  report('all cards revealed', [await move(retro, 'write', 'group')])
  report(`${cards.length} groups to vote on`, [await move(retro, 'group', 'vote')])
  await move(retro, 'vote', 'group')
  const grouping = await grouped(retro)
  report(`cards put together (${grouping.length} times, five each)`, grouping)
  report('the voting opened', [await move(retro, 'group', 'vote')])
  const groups = await topicsOf(retro)
  let cast = 0
  const votes = await each(retro, devices, 'POST vote', (seat) => ({
    sent: () => seat.send('POST', `${retro.at}/votes`, { group: groups[cast++ % groups.length]!.id }),
    heard: () => new RegExp(`Voting: ${cast} votes? cast`),
  }))
  report(`a vote (${devices} of them, over ${groups.length} groups)`, votes)

  const { longestPause, memory } = await server.ask<{ longestPause: number; memory: number }>('measured')
  console.log(
    `  longest pause of the event loop ${longestPause.toFixed(0)} ms, memory at most ${memory.toFixed(0)} MB`,
  )
  retro.listeners.forEach((listener) => listener.close())
  server.stop()
}

async function joined(server: Server): Promise<Retro> {
  const { cookie, admin } = await setUp(server)
  const roster = 'email,team,role,facilitates\nbench@example.com,Team,admin;facilitator,Team\n'
  const { id: imported } = await posted(admin, '/roster/imports', { roster })
  await posted(admin, `/roster/imports/${imported}/application`, {})
  const team = /<option value="([\w-]{22})"/.exec((await page(server, '/boards', cookie)).text)![1]!
  const { id, join } = (await posted(admin, '/boards', { team })) as { id: string; join: string }
  const at = `/boards/${id}`
  const code = join.split('/').at(-1)!
  const screen = new Listener(`${server.origin}${at}/events`, cookie)
  const seats = await Promise.all(
    Array.from({ length: devices }, async () => {
      const seated = await fetch(`${server.origin}${at}/seat?code=${code}`, { redirect: 'manual' })
      const seat = seated.headers.get('set-cookie')!.split(';')[0]!
      const listener = new Listener(`${server.origin}${at}/seat/events`, seat)
      return { listener, send: server.as({ cookie: seat }) }
    }),
  )
  const listeners = [screen, ...seats.map(({ listener }) => listener)]
  await Promise.all(listeners.map((listener) => listener.hears('0 cards', 0, 20_000)))
  return { lead: admin, at, seats, listeners }
}

const page = async (server: Server, path: string, cookie: string) => ({
  text: await (await fetch(server.origin + path, { headers: { cookie, accept: 'text/html' } })).text(),
})

interface Topic {
  id: string
  cards: { id: string }[]
}

const topicsOf = async (retro: Retro): Promise<Topic[]> =>
  JSON.parse((await retro.lead('GET', retro.at)).text).sight.topics

/** As a room of sixty would: what belongs together is talked about together. */
async function grouped(retro: Retro): Promise<number[]> {
  const cards = (await topicsOf(retro)).map((topic) => topic.cards[0]!.id)
  const took: number[] = []
  for (let left = cards.length - 4; cards.length > 0; left -= 4) {
    const five = cards.splice(0, 5)
    const put = () => retro.lead('POST', `${retro.at}/groups`, { cards: five })
    took.push(await untilHeard(retro, put, () => new RegExp(`revealed: ${left} groups`), 'POST groups'))
  }
  return took
}

interface Step {
  sent(): Promise<{ status: number; text: string }>
  heard(): RegExp
}

/** One after another, each by the next device; how long until the last has heard, in milliseconds. */
async function each(
  retro: Retro,
  times: number,
  what: string,
  step: (seat: Seat) => Step,
): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const { sent, heard } = step(retro.seats[n % retro.seats.length]!)
    took.push(await untilHeard(retro, sent, heard, what))
  }
  return took
}

const move = (retro: Retro, from: string, to: string) =>
  untilHeard(
    retro,
    () => retro.lead('POST', `${retro.at}/stage`, { from, to }),
    () => new RegExp(`(screen|seat) in-${to}`),
    'POST stage',
  )

async function untilHeard(
  { listeners }: Retro,
  send: Step['sent'],
  heard: Step['heard'],
  what: string,
): Promise<number> {
  const from = listeners.map(({ received }) => received.length)
  const began = performance.now()
  const sending = send()
  const words = heard()
  const arrived = await Promise.all(listeners.map((listener, n) => listener.hears(words, from[n], 20_000)))
  const { status, text } = await sending
  if (status >= 300) throw new Error(`${what}: ${status} ${text.slice(0, 200)}`)
  return Math.max(...arrived.map(({ at }) => at)) - began
}

function report(what: string, took: number[]) {
  if (took.length === 1) return console.log(`  ${what}: everywhere after ${took[0]!.toFixed(0)} ms`)
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(0)
  console.log(
    `  ${what}: everywhere after ${at(0.5)} ms (median), ${at(0.95)} ms (19 of 20), ${at(1)} ms (at most)`,
  )
}
