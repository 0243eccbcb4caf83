import type { FastifyInstance, FastifyReply } from 'fastify'
import { AnswerPage } from '#views/answering/answer.tsx'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf } from '../settings/settings.ts'
import { asset, integrity } from '../web/assets.ts'
import { answeringScript, castBallot, invitationOf, issueTicket } from './answering.ts'
import { MalformedMessage } from './blind-signature.ts'
import { ballotRequest, invitationRequest, ticketRequest } from './forms.ts'

/** One fixed body per status: whatever happened, an answer says no more than its number. */
const replies = {
  400: { error: 'malformed' },
  403: { error: 'forged' },
  404: { error: 'unknown' },
  409: { error: 'spent' },
  410: { error: 'closed' },
  503: { error: 'unavailable' },
} as const

const refuse = (reply: FastifyReply, status: keyof typeof replies) => reply.code(status).send(replies[status])

export function answeringRoutes(app: FastifyInstance, context: Context) {
  const anyone = { config: { allow: 'anyone' as const } }
  // Faults on these routes are answered and forgotten: a line in a log could stand beside somebody's name.
  const unlogged = {
    ...anyone,
    errorHandler: (error: Error, _request: unknown, reply: FastifyReply) =>
      refuse(reply, isOurs(error) ? 503 : 400),
  }

  app.get('/answer', anyone, async (_request, reply) => {
    const organisation = await organisationOf(context.store.read)
    if (!organisation) throw new Refusal('notReady')
    return reply.header('referrer-policy', 'no-referrer').page(AnswerPage, {
      organisation: organisation.name,
      scriptUrl: asset('loader.js'),
      scriptIntegrity: integrity('loader.js'),
      styleUrl: asset('answer.css'),
      lang: 'en',
    })
  })

  app.get<{ Params: { hash: string } }>('/answering/scripts/:hash.js', anyone, async (request, reply) => {
    const source = await answeringScript(context, request.params.hash)
    if (source === null) throw new Refusal('notFound')
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(source)
  })

  app.post('/answering/invitation', unlogged, async (request, reply) => {
    const asked = invitationRequest.safeParse(request.body)
    if (!asked.success) return refuse(reply, 400)
    const invitation = await invitationOf(context, asked.data.token)
    if (invitation === null) return refuse(reply, 404)
    return invitation === 'closed' ? refuse(reply, 410) : reply.send(invitation)
  })

  app.post('/answering/tickets', unlogged, async (request, reply) => {
    const asked = ticketRequest.safeParse(request.body)
    if (!asked.success) return refuse(reply, 400)
    const ticket = await issueTicket(context, asked.data.token, asked.data.blindedMessage)
    if (typeof ticket === 'object')
      return reply.send({ blindSignature: ticket.blindSignature.toString('base64url') })
    return refuse(reply, ({ unknown: 404, closed: 410, issued: 409, unavailable: 503 } as const)[ticket])
  })

  app.post('/answering/ballots', unlogged, async (request, reply) => {
    const asked = ballotRequest.safeParse(request.body)
    if (!asked.success) return refuse(reply, 400)
    const outcome = await castBallot(context, asked.data)
    if (outcome === 'counted') return reply.code(204).send()
    return refuse(reply, ({ malformed: 400, forged: 403, conflicting: 409, closed: 410 } as const)[outcome])
  })
}

/** What a client sent wrong has a status under 500, or is a malformed message; all else is a fault here. */
const isOurs = (error: Error): boolean =>
  !(error instanceof MalformedMessage) && ((error as { statusCode?: number }).statusCode ?? 500) >= 500
