import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RemindersPage } from '#views/people/reminders.tsx'
import type { Context } from '../context.ts'
import { wantsJson } from '../web/form.ts'
import { personOfReminderLink, reminderSecret, setReminders, wantsReminders } from './people.ts'

type Choice = { Params: { token?: string } }

/** Everybody's own: reminders are switched off and on by whoever gets them, signed in or by the link in a reminder. */
export async function reminderRoutes(app: FastifyInstance, context: Context) {
  await reminderSecret(context.keys)

  choice('/reminders', 'members')
  // Opening the link changes nothing: a scanner that follows links must not choose for anybody.
  choice('/reminders/:token', 'anyone')

  function choice(path: string, allow: 'members' | 'anyone') {
    app.get<Choice>(path, { config: { allow } }, async (request, reply) => {
      const wanted = await wantsReminders(context.store.read, await personOf(request))
      return wantsJson(request)
        ? reply.send({ reminders: wanted })
        : reply.page(RemindersPage, { wanted, at: addressOf(request) })
    })
    app.post<Choice>(`${path}/refusal`, { config: { allow } }, async (request, reply) => {
      await setReminders(context, await personOf(request), false)
      return reply.done({ to: addressOf(request), notice: 'remindersOff', json: { reminders: false } })
    })
    app.post<Choice>(`${path}/resumption`, { config: { allow } }, async (request, reply) => {
      await setReminders(context, await personOf(request), true)
      return reply.done({ to: addressOf(request), notice: 'remindersOn', json: { reminders: true } })
    })
  }

  async function personOf({ params, viewer }: FastifyRequest<Choice>): Promise<string> {
    return params.token === undefined ? viewer!.id : personOfReminderLink(context, params.token)
  }
}

const addressOf = ({ params }: FastifyRequest<Choice>): string =>
  params.token === undefined ? '/reminders' : `/reminders/${encodeURIComponent(params.token)}`
