import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { refuseCrossSite } from '../web/origin.ts'
import { castBallot, invitationOf, issueTicket } from './answering.ts'
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

/**
 * The steps of docs/protocol.md that every respondent takes. They know no session, read no cookie and take nothing but
 * JSON, so none of what other routes need for that runs before them.
 */
export async function answeringSteps(app: FastifyInstance, context: Context) {
  refuseCrossSite(app, context.config.PUBLIC_URL)
  // Faults on these routes are answered and forgotten: a line in a log could stand beside somebody's name.
  const unlogged = {
    config: { allow: 'anyone' as const },
    errorHandler: (error: Error, _request: unknown, reply: FastifyReply) =>
      refuse(reply, isOurs(error) ? 503 : 400),
  }

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
