import { createHash, randomBytes } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import { Refusal } from '../refusal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What a limit by address counts under, set just before it is asked. */
    limitedAddress: string
  }
}

/** Limits are only asked where a route asks; nothing is limited by default. */
export async function addLimits(app: FastifyInstance) {
  app.decorateRequest('limitedAddress', '')
  await app.register(rateLimit, { global: false })
}

/**
 * Sixty tries an hour for a client (an office shares one), five for an address; true while within. Counted in memory under keyed
 * hashes, so that neither client nor address is written anywhere.
 */
export function limitSignIn(app: FastifyInstance) {
  const key = randomBytes(16)
  const hash = (value: string) => createHash('sha256').update(key).update(value).digest('base64url')
  const client = app.createRateLimit({
    max: 60,
    timeWindow: '1 hour',
    keyGenerator: (request) => hash(request.ip),
  })
  const address = app.createRateLimit({
    max: 5,
    timeWindow: '1 hour',
    keyGenerator: (request) => hash(request.limitedAddress),
  })
  const within = (result: { isAllowed: boolean; isExceeded?: boolean }) =>
    result.isAllowed || !result.isExceeded
  return {
    client: async (request: FastifyRequest) => within(await client(request)),
    async address(request: FastifyRequest, email: string) {
      request.limitedAddress = email
      return within(await address(request))
    },
  }
}

const hour = 60 * 60 * 1000

/**
 * Whoever guesses is stopped, whoever knows is not counted: thirty wrong tries an hour for a client (an office
 * shares one), three thousand for all. Counted in memory, under hashes whose key changes every hour.
 */
export function limitGuesses(clock: Clock, { client = 30, all = 3000 } = {}) {
  let counted = { since: 0, key: randomBytes(16), clients: new Map<string, number>(), all: 0 }

  function hashOf(request: FastifyRequest): string {
    const now = clock.now().getTime()
    if (now - counted.since >= hour)
      counted = { since: now, key: randomBytes(16), clients: new Map(), all: 0 }
    return createHash('sha256').update(counted.key).update(request.ip).digest('base64url')
  }

  return {
    /** Refuses with tooManyRequests, before anything is looked up. */
    refuse(request: FastifyRequest) {
      const hash = hashOf(request)
      const guessed = counted.clients.get(hash) ?? 0
      if (guessed >= client || counted.all >= all) throw new Refusal('tooManyRequests')
    },
    guessedWrong(request: FastifyRequest) {
      const hash = hashOf(request)
      counted.clients.set(hash, (counted.clients.get(hash) ?? 0) + 1)
      counted.all++
    },
  }
}

/** Sixty unknown tokens an hour for a client; asked only when one was unknown. True while within. */
export function limitUnknownTokens(app: FastifyInstance) {
  const key = randomBytes(16)
  const client = app.createRateLimit({
    max: 60,
    timeWindow: '1 hour',
    keyGenerator: (request) => createHash('sha256').update(key).update(request.ip).digest('base64url'),
  })
  return async (request: FastifyRequest): Promise<boolean> => {
    const result = await client(request)
    return result.isAllowed || !result.isExceeded
  }
}
