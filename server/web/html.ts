import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { h, type ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { en } from '#views/messages/en.ts'
import { Setting } from '#views/setting.ts'
import type { Context } from '../context.ts'
import { organisationOf } from '../settings/settings.ts'
import { asset } from './assets.ts'
import { wantsJson, type FormFaults } from './form.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** A whole page. */
    page<P extends object>(component: ComponentType<P>, props: P): Promise<FastifyReply>
    /** A component that its page renders too, for htmx to put in its place. */
    fragment<P extends object>(component: ComponentType<P>, props: P): Promise<FastifyReply>
    /** The form again with what was typed; or, for a script, the faults alone. Status 422. */
    faulty<P extends { faults: FormFaults }>(component: ComponentType<P>, props: P): Promise<FastifyReply>
    /** On to the next page, with a notice on it; or, for a script, the outcome. */
    done(outcome: { to: string; notice?: keyof typeof en.notices; json?: object }): FastifyReply
  }
}

export function addPages(app: FastifyInstance, context: Context) {
  app.decorateReply('page', async function (this: FastifyReply, component, props) {
    const setting = await settingOf(context, this.request, this)
    const html = renderToString(h(Setting.Provider, { value: setting }, h(component as ComponentType, props)))
    return this.type('text/html; charset=utf-8').send(`<!doctype html>${html}`)
  })
  app.decorateReply('fragment', async function (this: FastifyReply, component, props) {
    const setting = await settingOf(context, this.request, this)
    const html = renderToString(h(Setting.Provider, { value: setting }, h(component as ComponentType, props)))
    return this.type('text/html; charset=utf-8').send(html)
  })
  app.decorateReply('faulty', async function (this: FastifyReply, component, props) {
    this.code(422)
    if (!wantsJson(this.request)) return this.page(component, props)
    const fields = Object.entries(props.faults).map(([field, fault]) => [field, en.faults[fault]])
    return this.send({ error: 'invalid', fields: Object.fromEntries(fields) })
  })
  app.decorateReply('done', function (this: FastifyReply, { to, notice, json }) {
    if (wantsJson(this.request)) return this.send(json ?? { at: to })
    if (notice) this.setCookie('notice', notice, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 })
    return this.redirect(to, 303)
  })
}

async function settingOf(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<Setting> {
  // A page about a fault of ours asks nothing of what may be at fault.
  const organisation = reply.statusCode < 500 ? await organisationOf(context.store.read) : null
  const notice = request.cookies['notice']
  if (notice) reply.clearCookie('notice', { path: '/' })
  return {
    t: en,
    language: 'en',
    timeZone: organisation?.timeZone ?? 'UTC',
    organisation: organisation?.name ?? null,
    sample: organisation?.sample === 'ready',
    viewer: request.viewer,
    path: request.url.split('?', 1)[0]!,
    notice: notice && Object.hasOwn(en.notices, notice) ? (notice as keyof typeof en.notices) : null,
    now: context.clock.now(),
    asset,
  }
}
