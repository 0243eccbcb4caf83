import type { FastifyInstance, FastifyReply } from 'fastify'
import { SettingsPage } from '#views/office/settings.tsx'
import { record } from '../audit/audit.ts'
import type { Context, Letter } from '../context.ts'
import { changeOrganisation } from '../settings/settings.ts'
import { administrators, signedIn } from '../web/access-rules.ts'
import { readForm } from '../web/form.ts'
import { previewForm, settingsForm } from './forms.ts'
import { invitationPreview } from './letters.ts'
import { settingsProps } from './settings-props.ts'

/** What the organisation is called, looks like and says. */
export function settingsRoutes(app: FastifyInstance, context: Context) {
  app.get('/settings', administrators, async (_request, reply) =>
    reply.page(SettingsPage, await settingsProps(context)),
  )

  app.post('/settings', administrators, async (request, reply) => {
    const form = readForm(settingsForm, request.body)
    if (!form.ok) return reply.faulty(SettingsPage, await settingsProps(context, form.faults, form.typed))
    await context.store.write(async (tx) => {
      await changeOrganisation(tx, form.values)
      await record(tx, context, signedIn(request).id, 'settings changed')
    })
    return reply.done({ to: '/settings', notice: 'saved' })
  })

  app.post('/settings/preview', administrators, async (request, reply) => {
    const form = readForm(previewForm, request.body)
    if (!form.ok) return reply.faulty(SettingsPage, await settingsProps(context, form.faults, form.typed))
    const letter = await invitationPreview(context, signedIn(request), form.values)
    return form.values.as === 'text'
      ? reply.type('text/plain; charset=utf-8').send(`${letter.subject}\n\n${letter.text}`)
      : sendAsMail(reply, letter)
  })
}

/** A document of its own: it has the styles of a mail, and nothing in it runs, is sent or is fetched. */
function sendAsMail(reply: FastifyReply, { html, logo }: Letter) {
  const source = logo ? `data:${logo.type};base64,${logo.content.toString('base64')}` : ''
  return reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox",
    )
    .send(html.replace('cid:logo', source))
}
