import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { ScreenPart } from '#views/retro/board/screen.tsx'
import { MinePart, SeatPart } from '#views/retro/board/seat.tsx'
import { viewerOf } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { renderForAll } from '../../web/html.ts'
import type { BoardProps } from './props.ts'
import { deviceOf } from './join-routes.ts'
import type { Device } from './secrets.ts'
import { Watchers, type Painter } from './watchers.ts'
import type { MineProps } from '#views/retro/board/mine-props.ts'
import { boardById, boardToLead, type Content } from './boards.ts'
import { leads } from '../leading.ts'
import { anyone, members, signedIn, type ById } from '../../web/access-rules.ts'

/** Its head alone would take a place among those who watch, and never give it back. */
const endless = { exposeHeadRoute: false }

/** Where a board is sent from, whole, whenever it has changed. */
export function eventRoutes(app: FastifyInstance, context: Context, props: BoardProps) {
  const { read } = context.store
  const watchers = new Watchers(context, painterOf(context, props))
  // Before connections are waited for: these would never end by themselves.
  app.addHook('preClose', async () => watchers.close())

  app.get<ById>('/boards/:id/events', { ...members, ...endless }, async (request, reply) => {
    const board = await boardToLead(read, request.viewer, request.params.id)
    const personId = signedIn(request).id
    const may = async () => leads(read, await viewerOf(context, personId), board.teamId)
    const stream = new PassThrough()
    watchers.watch({ boardId: board.id, stream, device: null, may })
    return sent(reply, stream)
  })

  app.get<ById>('/boards/:id/seat/events', { ...anyone, ...endless }, async (request, reply) => {
    const device = deviceOf(request)
    if (!device) throw new Refusal('joinFirst')
    const { id } = await boardById(read, request.params.id)
    const stream = new PassThrough()
    watchers.watch({ boardId: id, stream, device, may: async () => true })
    return sent(reply, stream)
  })
}

/** Nobody on the way may keep it back, and at the end the connection goes with it. */
const sent = (reply: FastifyReply, stream: PassThrough) =>
  reply
    .type('text/event-stream')
    .header('cache-control', 'no-store, no-transform')
    .header('x-accel-buffering', 'no')
    .header('connection', 'close')
    .send(stream)

function painterOf(context: Context, props: BoardProps): Painter {
  /** What was painted for a device last: most changes are not its own. */
  const last = new WeakMap<Device, { mine: string; html: Promise<string> }>()
  const decides = new WeakMap<Content, ReturnType<BoardProps['decide']>>()
  /** Ballots are alike until votes are cast; a form for a card never is, since it holds the card's id. */
  const alike = new WeakMap<Content, Map<string, Promise<string>>>()
  function decide(content: Content) {
    const form = decides.get(content) ?? props.decide(content.board)
    decides.set(content, form)
    return form
  }
  return {
    screen: async (content) => renderForAll(context, ScreenPart, await props.screen(content)),
    seat: async (content) => renderForAll(context, SeatPart, await props.seat(content)),
    async mine(content, device) {
      const mine = props.mine(content, device)
      const fingerprint = fingerprintOf(mine, props.topicsDigest(content))
      const before = last.get(device)
      if (before?.mine === fingerprint) return before.html
      const others = alike.get(content) ?? new Map<string, Promise<string>>()
      alike.set(content, others)
      const html =
        (mine.stage === 'write' || mine.stage === 'group' ? undefined : others.get(fingerprint)) ??
        renderForAll(context, MinePart, {
          mine,
          write: props.write(content.board),
          decide: await decide(content),
        })
      others.set(fingerprint, html)
      last.set(device, { mine: fingerprint, html })
      return html
    },
  }
}

/** Two that have the same look the same. */
const fingerprintOf = ({ ballot, ...mine }: MineProps, topics: string): string =>
  JSON.stringify([mine, ballot.map(({ votes }) => votes), topics])
