import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { sessionSecret } from '../keys.ts'
import { Refusal } from '../refusal.ts'
import { Counts } from './counts.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Each limit counts by itself, under a name of its own. */
    countsOf(name: string): Counts
  }
}

/** Limits are only asked where a route asks; nothing is limited by default. */
export async function addLimits(app: FastifyInstance, context: Context) {
  const secret = await sessionSecret(context.keys, context.config.SESSION_SECRET)
  app.decorate('countsOf', (name: string) => new Counts(context, secret, name))
}

export interface SignInLimit {
  client(request: FastifyRequest): boolean
  address(email: string): boolean
}

/** Sixty tries an hour for a client (an office shares one), five for an address; true while within. */
export function limitSignIn(app: FastifyInstance, name: string): SignInLimit {
  const clients = app.countsOf(`${name} by client`)
  const addresses = app.countsOf(`${name} for address`)
  return {
    client: (request) => isWithin(clients, request.ip, 60),
    address: (email) => isWithin(addresses, email, 5),
  }
}

/** Sixty unknown tokens an hour for a client; asked only when one was unknown. True while within. */
export function limitUnknownTokens(app: FastifyInstance): (request: FastifyRequest) => boolean {
  const clients = app.countsOf('unknown tokens')
  return (request) => isWithin(clients, request.ip, 60)
}

function isWithin(counts: Counts, who: string, most: number): boolean {
  counts.add(who)
  return counts.of(who) <= most
}

const everybody = '*'

/**
 * Whoever guesses is stopped, whoever knows is not counted: thirty wrong tries an hour for a client (an office
 * shares one), three thousand for all.
 */
export function limitGuesses(app: FastifyInstance, { client = 30, all = 3000 } = {}) {
  const guesses = app.countsOf('guesses')
  return {
    /** Refuses with tooManyRequests, before anything is looked up. */
    refuse(request: FastifyRequest) {
      if (guesses.of(request.ip) >= client || guesses.of(everybody) >= all)
        throw new Refusal('tooManyRequests')
    },
    guessedWrong(request: FastifyRequest) {
      guesses.add(request.ip)
      guesses.add(everybody)
    },
  }
}
