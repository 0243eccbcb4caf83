import type { FastifyInstance, FastifyRequest } from 'fastify'
import { MailChoicesPage } from '#views/people/mail-choices.tsx'
import type { Context } from '../context.ts'
import { anyone } from '../web/access-rules.ts'
import { wantsJson } from '../web/form.ts'
import {
  chooseMail,
  mailChoices,
  personOfReminderLink,
  readMailChoice,
  reminderSecret,
  type MailChoice,
} from './people.ts'

type Choice = { Params: { token?: string }; Body: { choice?: string } | null }
type OneClick = { Params: { token: string; choice: string } }

/** Everybody's own: which mail they get is chosen by who gets it, signed in or by the link in a mail. */
export async function reminderRoutes(app: FastifyInstance, context: Context) {
  await reminderSecret(context.keys)

  choosing('/reminders', 'members')
  // Opening the link changes nothing: a scanner that follows links must not choose for anybody.
  choosing('/reminders/:token', 'anyone')

  function choosing(path: string, allow: 'members' | 'anyone') {
    app.get<Choice>(path, { config: { allow } }, async (request, reply) => {
      const wanted = await mailChoices(context.store.read, await personOf(request))
      return wantsJson(request)
        ? reply.send(wanted)
        : reply.page(MailChoicesPage, { wanted, at: addressOf(request) })
    })
    app.post<Choice>(`${path}/refusal`, { config: { allow } }, async (request, reply) => {
      const choice = choiceOf(request)
      await chooseMail(context, await personOf(request), choice, false)
      return reply.done({ to: addressOf(request), notice: 'saved', json: { [choice]: false } })
    })
    app.post<Choice>(`${path}/resumption`, { config: { allow } }, async (request, reply) => {
      const choice = choiceOf(request)
      await chooseMail(context, await personOf(request), choice, true)
      return reply.done({ to: addressOf(request), notice: 'saved', json: { [choice]: true } })
    })
  }

  app.get<OneClick>('/reminders/:token/:choice', anyone, async ({ params }, reply) => {
    readMailChoice(params.choice)
    const wanted = await mailChoices(context.store.read, await personOfReminderLink(context, params.token))
    return reply.page(MailChoicesPage, { wanted, at: addressOf({ params }) })
  })

  // The address says whose and which mail, and that is all it takes: what comes along, in whichever form, is not read.
  app.post<OneClick>(
    '/reminders/:token/:choice',
    { config: { ...anyone.config, fromAnywhere: true } },
    async ({ params }, reply) => {
      const choice = readMailChoice(params.choice)
      const person = await personOfReminderLink(context, params.token)
      await chooseMail(context, person, choice, false)
      // Not led on: mail programs follow nowhere.
      const wanted = await mailChoices(context.store.read, person)
      return reply.page(MailChoicesPage, { wanted, at: addressOf({ params }) })
    },
  )

  async function personOf({ params, viewer }: FastifyRequest<Choice>): Promise<string> {
    return params.token === undefined ? viewer!.id : personOfReminderLink(context, params.token)
  }
}

/** A form that names none is of reminders. */
const choiceOf = ({ body }: FastifyRequest<Choice>): MailChoice =>
  readMailChoice(String(body?.choice ?? 'reminders'))

const addressOf = ({ params }: { params: { token?: string } }): string =>
  params.token === undefined ? '/reminders' : `/reminders/${encodeURIComponent(params.token)}`
