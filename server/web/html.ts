import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { h, type ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Messages } from '#views/messages/catalogues.ts'
import { Setting } from '#views/setting.ts'
import type { Context } from '../context.ts'
import { organisationOf } from '../settings/settings.ts'
import { asset } from './assets.ts'
import { wantsJson, type FormFaults } from './form.ts'
import { speechOf } from './speech.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** A whole page. */
    page<P extends object>(component: ComponentType<P>, props: P): Promise<FastifyReply>
    /** A component that its page renders too, for htmx to put in its place. */
    fragment<P extends object>(component: ComponentType<P>, props: P): Promise<FastifyReply>
    /** The form again with what was typed; or, for a script, the faults alone. Status 422. */
    faulty<P extends { faults: FormFaults }>(component: ComponentType<P>, props: P): Promise<FastifyReply>
    /** On to the next page, with a notice on it; or, for a script, the outcome. */
    done(outcome: { to: string; notice?: keyof Messages['notices']; json?: object }): FastifyReply
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
    const { t } = speechOf(null)
    const fields = Object.entries(props.faults).map(([field, fault]) => [field, t.faults[fault]])
    return this.send({ error: 'invalid', fields: Object.fromEntries(fields) })
  })
  app.decorateReply('done', function (this: FastifyReply, { to, notice, json }) {
    if (wantsJson(this.request)) return this.send(json ?? { at: to })
    if (notice) this.setCookie('notice', notice, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 })
    return this.redirect(to, 303)
  })
}

/** A fragment that is the same for everybody: nothing of who asks is in it. */
export async function renderForAll<P extends object>(
  context: Context,
  component: ComponentType<P>,
  props: P,
): Promise<string> {
  const setting = { ...(await settingOfAll(context)), viewer: null, path: '', notice: null }
  return renderToString(h(Setting.Provider, { value: setting }, h(component as ComponentType, props)))
}

async function settingOf(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<Setting> {
  const notice = request.cookies['notice']
  if (notice) reply.clearCookie('notice', { path: '/' })
  const setting = await settingOfAll(context, reply.statusCode < 500)
  const { notices } = setting.speech.t
  return {
    ...setting,
    viewer: request.viewer,
    path: request.url.split('?', 1)[0]!,
    notice: notice && Object.hasOwn(notices, notice) ? (notice as keyof Messages['notices']) : null,
  }
}

/** A page about a fault of ours asks nothing of what may be at fault. */
async function settingOfAll(context: Context, healthy = true) {
  const organisation = healthy ? await organisationOf(context.store.read) : null
  return {
    speech: speechOf(organisation),
    organisation: organisation?.name ?? null,
    sample: organisation?.sample === 'ready',
    now: context.clock.now(),
    asset,
  }
}
