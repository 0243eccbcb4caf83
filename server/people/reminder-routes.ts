import type { FastifyInstance } from 'fastify'
import { RemindersPage } from '#views/people/reminders.tsx'
import type { Context } from '../context.ts'
import { setReminders, wantsReminders } from './people.ts'

/** Everybody's own: reminders are switched off and on by whoever gets them. */
export function reminderRoutes(app: FastifyInstance, context: Context) {
  const members = { config: { allow: 'members' as const } }

  app.get('/reminders', members, async (request, reply) =>
    reply.page(RemindersPage, { wanted: await wantsReminders(context.store.read, request.viewer!.id) }),
  )

  app.post('/reminders/refusal', members, async (request, reply) => {
    await setReminders(context, request.viewer!.id, false)
    return reply.done({ to: '/reminders', notice: 'remindersOff' })
  })

  app.post('/reminders/resumption', members, async (request, reply) => {
    await setReminders(context, request.viewer!.id, true)
    return reply.done({ to: '/reminders', notice: 'remindersOn' })
  })
}
