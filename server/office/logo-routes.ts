import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SettingsPage } from '#views/office/settings.tsx'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { changeLogo, largestLogo, logoOf, logoType, removeLogo } from '../settings/settings.ts'
import { administrators, signedIn } from '../web/access-rules.ts'
import { partsOf, picture } from '../web/bodies.ts'
import type { FieldFault } from '../web/form.ts'
import { settingsProps } from './settings-props.ts'

/** The picture at the head of every mail. */
export function logoRoutes(app: FastifyInstance, context: Context) {
  app.get('/settings/logo', administrators, async (_request, reply) => {
    const logo = await logoOf(context.store.read)
    if (!logo) throw new Refusal('notFound')
    return reply.type(logo.type).send(logo.content)
  })

  app.post('/settings/logo', picture, async (request, reply) => {
    const content = await sent(request)
    const type = logoType(content)
    if (content.length === 0) return refuse(reply, 'required')
    if (!type) return refuse(reply, 'picture')
    if (content.length > largestLogo) return refuse(reply, 'pictureTooLarge')
    await context.store.write(async (tx) => {
      await changeLogo(tx, { type, content })
      await record(tx, context, signedIn(request).id, 'settings changed')
    })
    return reply.done({ to: '/settings#logo', notice: 'saved' })
  })

  app.post('/settings/logo/removal', administrators, async (request, reply) => {
    await context.store.write(async (tx) => {
      await removeLogo(tx)
      await record(tx, context, signedIn(request).id, 'settings changed')
    })
    return reply.done({ to: '/settings#logo', notice: 'saved' })
  })

  const refuse = async (reply: FastifyReply, logo: FieldFault) =>
    reply.faulty(SettingsPage, await settingsProps(context, { logo }))
}

/** The file of the form; empty where there is none. */
async function sent(request: FastifyRequest): Promise<Buffer> {
  let content: Buffer = Buffer.alloc(0)
  if (!request.isMultipart()) return content
  for await (const part of partsOf(request, { fileSize: picture.bodyLimit }))
    if (part.type === 'file') content = await part.toBuffer()
  return content
}
