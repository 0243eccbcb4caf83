import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { h, type ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Messages } from '#views/messages/catalogues.ts'
import { Setting } from '#views/setting.ts'
import type { Speech } from '#views/speech.ts'
import type { Context } from '../context.ts'
import { organisationOf, type Organisation } from '../settings/settings.ts'
import { asset } from './assets.ts'
import { wantsJson, type FormFaults } from './form.ts'
import { speechOf } from './speech.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** How whoever asked is spoken to. */
    speech(): Promise<Speech>
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
  app.decorateReply('speech', async function (this: FastifyReply) {
    return speechOf(context, await organisationAt(context, this))
  })
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
    const { t } = await this.speech()
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
  const organisation = await organisationOf(context.store.read)
  const setting = { ...settingOfAll(context, organisation), viewer: null, path: '', notice: null }
  return renderToString(h(Setting.Provider, { value: setting }, h(component as ComponentType, props)))
}

async function settingOf(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<Setting> {
  const notice = request.cookies['notice']
  if (notice) reply.clearCookie('notice', { path: '/' })
  const setting = settingOfAll(context, await organisationAt(context, reply))
  const { notices } = setting.speech.t
  return {
    ...setting,
    viewer: request.viewer,
    path: request.url.split('?', 1)[0]!,
    notice: notice && Object.hasOwn(notices, notice) ? (notice as keyof Messages['notices']) : null,
  }
}

/** A page about a fault of ours asks nothing of what may be at fault. */
const organisationAt = async ({ store }: Context, { statusCode }: FastifyReply) =>
  statusCode < 500 ? organisationOf(store.read) : null

function settingOfAll(context: Context, organisation: Organisation | null) {
  return {
    speech: speechOf(context, organisation),
    organisation: organisation?.name ?? null,
    sample: organisation?.sample === 'ready',
    now: context.clock.now(),
    asset,
  }
}
