import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { RefusalPage } from '#views/errors/refusal.tsx'
import type { Said } from '#views/retro/board/said.tsx'
import { ScreenParts } from '#views/retro/board/screen.tsx'
import type { Context } from '../../context.ts'
import { asRefusal } from '../../web/errors.ts'
import { readForm, wantsParts, type FormFaults } from '../../web/form.ts'
import { told } from '../../web/speech.ts'
import { leads } from '../leading.ts'
import { boardById, boardToLead, contentOf } from './boards.ts'
import type { BoardProps } from './props.ts'

export type LedBoard = { Params: { id: string } }
type Led = { Params: { id: string; group: string } }
type LedRequest = FastifyRequest<Led>

/** Routes of whoever leads a board: each is one verb, and is answered by the board as it is then. */
export function ledBoard(app: FastifyInstance, context: Context, props: BoardProps) {
  const { read } = context.store
  return { lead, leadBy }

  function lead(path: string, verb: (id: string) => Promise<void>) {
    route(path, async (request, reply) => {
      await verb(request.params.id)
      return answer(request, reply, null)
    })
  }

  function leadBy<S extends z.ZodType>(
    path: string,
    schema: S,
    verb: (id: string, values: z.infer<S>, params: Led['Params']) => Promise<void>,
  ) {
    route(path, async (request, reply) => {
      const form = readForm(schema, request.body)
      if (!form.ok) return refuseForm(request, reply, form.faults)
      await verb(request.params.id, form.values, request.params)
      return answer(request, reply, null)
    })
  }

  function route(path: string, handle: (request: LedRequest, reply: FastifyReply) => Promise<FastifyReply>) {
    const options = { config: { allow: 'members' as const }, errorHandler: explainRefusals(context, props) }
    app.post<Led>(`/boards/:id/${path}`, options, async (request, reply) => {
      await boardToLead(read, request.viewer, request.params.id)
      return handle(request, reply)
    })
  }

  /** The board as it is now, and why it was not changed where it was not. */
  async function answer(request: LedRequest, reply: FastifyReply, said: Said | null): Promise<FastifyReply> {
    const { id } = request.params
    const screen = await props.screen(await contentOf(read, id))
    if (wantsParts(request)) return reply.fragment(ScreenParts, { ...screen, said })
    return reply.done({ to: `/boards/${id}`, json: screen })
  }

  async function refuseForm(request: LedRequest, reply: FastifyReply, faults: FormFaults) {
    const { t } = await reply.speech()
    const said = { title: t.notDone, text: t.faults[Object.values(faults)[0]!] }
    if (wantsParts(request)) return answer(request, reply.code(422), said)
    return reply.faulty(RefusalPage, { status: 422, ...said, faults })
  }
}

/** A refusal is told on the board as it is now. */
export function explainRefusals({ store: { read } }: Context, props: BoardProps) {
  return async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asRefusal(error)
    // What could not be read names no board to tell it on.
    if (!refusal || refusal.code === 'notUnderstood' || !wantsParts(request)) throw error
    const { id } = request.params as LedBoard['Params']
    const mayLook = await leads(read, request.viewer, (await boardById(read, id)).teamId)
    if (!mayLook) return reply.header('HX-Redirect', `/boards/${id}`).code(403).send()
    const screen = await props.screen(await contentOf(read, id))
    return reply
      .code(refusal.statusCode)
      .fragment(ScreenParts, { ...screen, said: await told(reply, refusal) })
  }
}
