import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'

/** Nothing inline, nothing from elsewhere. Referrers stay within: an invitation's page would name the round. */
export async function setHeaders(app: FastifyInstance, publicUrl: string) {
  const fixed = await headersOf(publicUrl)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(fixed)
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done()
  })
}

/** Helmet is asked once: what it says is the same for every answer, and saying it anew takes a tenth of a millisecond. */
async function headersOf(publicUrl: string): Promise<Record<string, string>> {
  const https = publicUrl.startsWith('https:')
  const asked = fastify()
  await asked.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https && { maxAge: 31_536_000 },
  })
  const headers: Record<string, string> = {}
  asked.get('/', (_request, reply) => {
    for (const [name, value] of Object.entries(reply.raw.getHeaders())) headers[name] = String(value)
    return reply.send()
  })
  await asked.inject('/')
  await asked.close()
  return headers
}
