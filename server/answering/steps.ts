import type { Context } from '../context.ts'
import {
  castBallot,
  invitationOf,
  issueTicket,
  type CastBallot,
  type Invitation,
  type LastMonthOf,
} from './answering.ts'

/** One fixed body per status: whatever happened, an answer says no more than its number. */
export const refusals = {
  400: { error: 'malformed' },
  403: { error: 'forged' },
  404: { error: 'unknown' },
  409: { error: 'spent' },
  410: { error: 'closed' },
  503: { error: 'unavailable' },
} as const

export type Refused = keyof typeof refusals
/** What a step comes to: what is sent back with 200, null for 204, or the status of a refusal. */
export type Outcome = object | null | Refused

export const openInvitation =
  (lastMonthOf: LastMonthOf) =>
  async (context: Context, { token }: { token: string }): Promise<Invitation | Refused> => {
    const invitation = await invitationOf(context, token, lastMonthOf)
    if (invitation === null) return 404
    return invitation === 'closed' ? 410 : invitation
  }

export async function takeTicket(
  context: Context,
  { token, blindedMessage }: { token: string; blindedMessage: Buffer },
): Promise<Outcome> {
  const ticket = await issueTicket(context, token, blindedMessage)
  if (typeof ticket === 'object') return { blindSignature: ticket.blindSignature.toString('base64url') }
  return ({ unknown: 404, closed: 410, issued: 409, unavailable: 503 } as const)[ticket]
}

export async function handIn(context: Context, ballot: CastBallot): Promise<Outcome> {
  const outcome = await castBallot(context, ballot)
  return ({ counted: null, malformed: 400, forged: 403, conflicting: 409, closed: 410 } as const)[outcome]
}
