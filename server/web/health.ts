import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { isSealingKeyThere } from '../secrets.ts'
import { organisationOf, touchOrganisation } from '../settings/settings.ts'
import { anyone } from './access-rules.ts'
import { asRefusal } from './errors.ts'

/**
 * Whether the server is well, for whoever would mend or restart it, and whether it is ready, for whoever sends it
 * requests: without its keys it is well, and what it did would be undone.
 */
export function healthRoutes(app: FastifyInstance, { store, keys }: Context) {
  const unavailable = (reply: FastifyReply, status = 'unavailable') => void reply.code(503).send({ status })
  // Whatever fails on the way here, the session's look into the database included.
  const errorHandler = (error: FastifyError, _request: unknown, reply: FastifyReply) => {
    if (asRefusal(error)) throw error
    unavailable(reply)
  }

  async function trouble(): Promise<string | null> {
    await organisationOf(store.read)
    // Only where writing failed is it tried: otherwise nobody can make the server write by asking how it is.
    if (store.trouble()) await store.write(touchOrganisation).catch(() => {})
    const found = store.trouble()
    return found && (found === 'full' ? 'disk full' : 'unavailable')
  }

  app.get('/health', { ...anyone, errorHandler }, async (_request, reply) => {
    const found = await trouble()
    return found ? unavailable(reply, found) : reply.send({ status: 'ok' })
  })

  app.get('/ready', { ...anyone, errorHandler }, async (_request, reply) => {
    const found = (await trouble()) ?? ((await isSealingKeyThere(keys)) ? null : 'keys missing')
    return found ? unavailable(reply, found) : reply.send({ status: 'ready' })
  })
}
