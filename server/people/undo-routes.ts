import type { FastifyInstance } from 'fastify'
import { UndoPage } from '#views/people/undo.tsx'
import type { Context } from '../context.ts'
import { administrators, signedIn } from '../web/access-rules.ts'
import { wantsJson } from '../web/form.ts'
import { forgetUndone, undoLast, undoOfLast } from './people.ts'

export function undoRoutes(app: FastifyInstance, context: Context) {
  app.get('/roster/undo', administrators, async (request, reply) => {
    const undo = await undoOfLast(context.store.read)
    return wantsJson(request) ? reply.send(undo) : reply.page(UndoPage, undo)
  })

  app.post('/roster/undo', administrators, async (request, reply) => {
    const undone = await undoLast(context, signedIn(request).id)
    return reply.done({ to: '/teams', notice: 'importUndone', json: undone })
  })

  app.post('/roster/undo/removal', administrators, async (request, reply) => {
    await forgetUndone(context, signedIn(request).id)
    return reply.done({ to: '/teams', notice: 'undoForgotten' })
  })
}
