import type { FastifyInstance } from 'fastify'
import { MailPage } from '#views/office/mail.tsx'
import type { Context } from '../context.ts'
import { leadsNowhere, outboxState, retryFailing } from '../post/post.ts'
import { newId } from '../storage/identifier.ts'
import { administrators, signedIn } from '../web/access-rules.ts'
import { trialLetter } from './letters.ts'

/** Whether mail goes out. */
export function mailRoutes(app: FastifyInstance, context: Context) {
  app.get('/mail', administrators, async (_request, reply) => reply.page(MailPage, await stateOf(context)))

  app.post('/mail/retries', administrators, async (_request, reply) => {
    await retryFailing(context)
    return reply.done({ to: '/mail', notice: 'retrying' })
  })

  // Past the outbox, so that who tries sees at once what the mail server says. It is kept nowhere.
  app.post('/mail/trials', administrators, async (request, reply) => {
    const to = signedIn(request).email
    const refused = await tryToSend(context, to)
    return reply.page(MailPage, { ...(await stateOf(context)), trial: { to, refused } })
  })
}

async function stateOf(context: Context) {
  const { SMTP_URL, DATA_DIR } = context.config
  const files = SMTP_URL ? null : `${DATA_DIR}/outbox`
  return { ...(await outboxState(context)), files, trial: null }
}

/** Null when it was taken; otherwise why not, in the mail server's words where it said any. */
async function tryToSend(context: Context, to: string): Promise<{ failure: string; words: string } | null> {
  if (leadsNowhere(to)) return { failure: 'nowhere', words: '' }
  try {
    await context.post.send(await trialLetter(context, to), { id: newId(), about: '' })
    return null
  } catch (error) {
    const { code = 'UNKNOWN', response = '' } = error as { code?: string; response?: string }
    return { failure: code, words: response }
  }
}
