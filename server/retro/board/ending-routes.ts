import type { FastifyInstance, RouteHandler } from 'fastify'
import { EndingPage } from '#views/retro/board/ending.tsx'
import type { Context } from '../../context.ts'
import { members, type ById } from '../../web/access-rules.ts'
import { asTyped, readForm, type FormFaults, type Typed } from '../../web/form.ts'
import { actionForm, choicesFor } from '../actions/actions.ts'
import { boardToLead, contentOf, decideOnBoard, endBoard, isDeciding, type Board } from './boards.ts'
import type { BoardProps } from './props.ts'
import { sightOf } from './sight.ts'

interface Room {
  context: Context
  props: BoardProps
}

/** A retro ends for good: what is half written may still be taken along. */
export function endingRoutes(app: FastifyInstance, room: Room) {
  app.get('/boards/:id/ending', members, askToEnd(room))
  app.post('/boards/:id/ending', members, end(room))
}

const askToEnd =
  (room: Room): RouteHandler<ById> =>
  async (request, reply) => {
    const board = await boardToLead(room.context.store.read, request.viewer, request.params.id)
    return reply.page(EndingPage, await endingProps(room, board))
  }

const end =
  (room: Room): RouteHandler<ById> =>
  async (request, reply) => {
    const { context } = room
    const board = await boardToLead(context.store.read, request.viewer, request.params.id)
    const form = await lastAction(context, board, request.body)
    if (form && !form.ok) return reply.faulty(EndingPage, await endingProps(room, board, form))
    if (form) await decideOnBoard(context, board.id, form.values)
    await endBoard(context, board.id)
    const ended = { id: board.id, stage: 'ended' }
    return reply.done({ to: `/boards/${board.id}/record`, notice: 'boardEnded', json: ended })
  }

/** Whoever leads writes down what is decided though the board is locked. */
async function endingProps(
  { context, props }: Room,
  board: Board,
  form: { typed: Typed; faults: FormFaults } = { typed: {}, faults: {} },
) {
  const { unrevealed } = sightOf(await contentOf(context.store.read, board.id))
  const decide = await props.decide({ ...board, locked: false }, form)
  return { id: board.id, unrevealed, decide, faults: form.faults }
}

/** The action that was being written; null, where none was. */
async function lastAction(context: Context, { stage, teamId }: Board, body: unknown) {
  const isWritten = isDeciding(stage) && String(asTyped(body)['text'] ?? '').trim() !== ''
  return isWritten ? readForm(actionForm(await choicesFor(context, teamId)), body) : null
}
