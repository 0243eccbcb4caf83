import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { z } from 'zod'
import { AnswerPage } from '#views/answering/answer.tsx'
import type { Context } from '../context.ts'
import { forgetDestroyedKeys } from '../rounds/rounds.ts'
import { asset, integrity } from '../web/assets.ts'
import { refuseCrossSite } from '../web/origin.ts'
import { speechOf } from '../web/speech.ts'
import type { LastMonthOf } from './answering.ts'
import { MalformedMessage } from './blind-signature.ts'
import { ballotRequest, invitationRequest, ticketRequest } from './forms.ts'
import { Turns } from './turns.ts'
import { refusals, openInvitation, takeTicket, handIn, type Refused, type Outcome } from './steps.ts'

/** Whoever guesses or forges is kept waiting, as long as a respondent would not mind; the same for every refusal. */
const usualHesitation = 250

/**
 * The page and the steps of docs/protocol.md that every respondent takes. They know no session, read no cookie and take nothing but
 * JSON, so none of what other routes need for that runs before them.
 * @param hesitation milliseconds between a refusal and its reply
 */
export async function answeringSteps(
  app: FastifyInstance,
  context: Context,
  lastMonthOf: LastMonthOf,
  hesitation = usualHesitation,
) {
  refuseCrossSite(app, context.config.PUBLIC_URL)
  const forgetNoMore = forgetDestroyedKeys(context)
  app.addHook('onClose', async () => forgetNoMore())
  const turns = new Turns()

  // Faults on these routes are answered and forgotten: a line in a log could stand beside somebody's name.
  const unlogged = {
    config: { allow: 'anyone' as const },
    errorHandler: (error: Error, _request: unknown, reply: FastifyReply) =>
      refuse(reply, isOurs(error) ? 503 : 400),
  }

  const page = answerPage(context)
  app.get('/answer', unlogged, (_request, reply) =>
    reply.header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8').send(page),
  )
  app.post('/answering/invitation', unlogged, step(invitationRequest, openInvitation(lastMonthOf)))
  app.post('/answering/tickets', unlogged, step(ticketRequest, takeTicket))
  app.post('/answering/ballots', unlogged, step(ballotRequest, handIn))

  function step<S extends z.ZodType>(
    schema: S,
    take: (context: Context, asked: z.infer<S>) => Promise<Outcome>,
  ) {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const outcome = await turns.take(request.ip, async () => {
        const asked = schema.safeParse(request.body)
        return asked.success ? take(context, asked.data) : 400
      })
      if (typeof outcome === 'number') return refuse(reply, outcome)
      return outcome === null ? reply.code(204).send() : reply.send(outcome)
    }
  }

  async function refuse(reply: FastifyReply, status: Refused) {
    if (status !== 503) await setTimeout(hesitation)
    return reply.code(status).send(refusals[status])
  }
}

/** The same bytes for everybody, and there whatever becomes of the database. */
function answerPage(context: Context): string {
  const page = h(AnswerPage, {
    scriptUrl: asset('loader.js'),
    scriptIntegrity: integrity('loader.js'),
    styleUrl: asset('answer.css'),
    iconUrl: asset('icon.svg'),
    speech: speechOf(context, null),
  })
  return `<!doctype html>${renderToString(page)}`
}

/** What a client sent wrong has a status under 500, or is a malformed message; all else is a fault here. */
const isOurs = (error: Error): boolean =>
  !(error instanceof MalformedMessage) && ((error as { statusCode?: number }).statusCode ?? 500) >= 500
