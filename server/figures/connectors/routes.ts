import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { ConnectorPage } from '#views/figures/connector.tsx'
import { ConnectorsPage, type ConnectorsProps } from '#views/figures/connectors.tsx'
import { DisconnectPage } from '#views/figures/disconnect.tsx'
import { allowedHosts } from '../../chat/chat.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { Refusal } from '../../refusal.ts'
import { vendors, type Vendor } from '../../storage/schema/connectors.ts'
import { waitedFor } from '../../under-way.ts'
import { administrators, signedIn, type ById } from '../../web/access-rules.ts'
import { asTyped, patienceOf, readForm, wantsJson } from '../../web/form.ts'
import { connectorForm, vendorName } from './forms.ts'
import { allConnectors, connectorOf, findConnector, removeConnector, setConnector } from './keeping.ts'
import { services } from './services.ts'
import { rehearse, tryConnector } from './trying.ts'

/** Where figures are fetched from by themselves: one connector a vendor. */
export function connectorRoutes(app: FastifyInstance, context: Context) {
  app.get('/figures/connectors', administrators, list(context))
  app.get('/figures/connectors/:id', administrators, show(context))
  app.post('/figures/connectors/:id', administrators, set(context))
  app.post('/figures/connectors/:id/test', administrators, test(context))
  app.post('/figures/connectors/:id/rehearsal', administrators, rehearsal(context))
  app.get('/figures/connectors/:id/removal', administrators, askToRemove(context))
  app.post('/figures/connectors/:id/removal', administrators, remove(context))
}

const list =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const props = await listed(context)
    return wantsJson(request) ? reply.send({ sources: props.sources }) : reply.page(ConnectorsPage, props)
  }

/** Without what is sealed, and of the address its host alone. */
async function listed({ store }: Context, tried: ConnectorsProps['tried'] = null): Promise<ConnectorsProps> {
  const all = await allConnectors(store.read)
  const sources = vendors.map((vendor) => {
    const found = all.find((one) => one.vendor === vendor)
    if (!found) return { vendor, connected: null }
    const { settings, month, triedAt, failingSince, fault } = found
    return {
      vendor,
      connected: { host: new URL(settings.address).host, month, triedAt, failingSince, fault },
    }
  })
  return { sources, tried }
}

const show =
  ({ store }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const vendor = vendorIn(request)
    const found = await findConnector(store.read, vendor)
    const { organisation = '', address = services[vendor].address ?? '', teams = [] } = found?.settings ?? {}
    const lines = teams.map(({ of, team }) => `${of} = ${team}`).join('\n')
    const typed = { organisation, address, teams: lines }
    return reply.page(ConnectorPage, { vendor, connected: found !== null, typed, faults: {} })
  }

/** Refuses with notFound what is no vendor. */
function vendorIn({ params }: FastifyRequest<ById>): Vendor {
  const { data } = vendorName.safeParse(params.id)
  if (!data) throw new Refusal('notFound')
  return data
}

const set =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { read } = context.store
    const vendor = vendorIn(request)
    const found = await findConnector(read, vendor)
    const hosts = await allowedHosts(read)
    const form = readForm(connectorForm(vendor, await teamPaths(read), hosts), request.body)
    const about = { vendor, connected: found !== null }
    if (!form.ok) {
      // What was typed there is given back to nobody.
      const { token: _token, ...typed } = form.typed
      return reply.faulty(ConnectorPage, { ...about, typed, faults: form.faults })
    }
    const { token, ...settings } = form.values
    // A token that is kept goes to the host it was given for, and to no other.
    if (token === '' && found?.settings.address !== settings.address) {
      const { token: _token, ...typed } = asTyped(request.body)
      return reply.faulty(ConnectorPage, { ...about, typed, faults: { token: 'required' } })
    }
    await setConnector(context, signedIn(request).id, vendor, { settings, token: token || null })
    return reply.done({ to: '/figures/connectors', notice: 'connectorSet' })
  }

const test =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const vendor = vendorIn(request)
    const reason = await tryConnector(context, vendor)
    if (wantsJson(request)) return reply.send({ works: reason === null, reason })
    return reply.page(ConnectorsPage, await listed(context, { vendor, reason }))
  }

const rehearsal =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id, done } = await rehearse(context, signedIn(request).id, vendorIn(request))
    await waitedFor(done, patienceOf(request))
    return reply.done({ to: `/figures/imports/${id}`, json: { id } })
  }

const askToRemove =
  ({ store }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { vendor } = await connectorOf(store.read, vendorIn(request))
    return reply.page(DisconnectPage, { vendor })
  }

const remove =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    await removeConnector(context, signedIn(request).id, vendorIn(request))
    return reply.done({ to: '/figures/connectors', notice: 'connectorRemoved' })
  }
