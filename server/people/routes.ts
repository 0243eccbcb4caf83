import type { FastifyInstance, RouteHandler } from 'fastify'
import { PeoplePage } from '#views/people/people.tsx'
import { PersonPage } from '#views/people/person.tsx'
import { RemovePersonPage } from '#views/people/remove.tsx'
import { TeamsPage } from '#views/people/teams.tsx'
import type { Context } from '../context.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { readForm, wantsJson, type Typed } from '../web/form.ts'
import { personForm } from './forms.ts'
import {
  addPerson,
  changePerson,
  personById,
  removePerson,
  rosterCsv,
  searchPeople,
  teamPaths,
  teamTree,
  type PersonRow,
} from './people.ts'

export function peopleRoutes(app: FastifyInstance, context: Context) {
  app.get('/teams', administrators, listTeams(context))
  app.get('/people', administrators, findPeople(context))
  app.get('/people.csv', administrators, exportRoster(context))
  app.get('/people/new', administrators, beginPerson(context))
  app.post('/people', administrators, addOne(context))
  app.get('/people/:id', administrators, showPerson(context))
  app.post('/people/:id', administrators, changeOne(context))
  app.get('/people/:id/removal', administrators, askToRemove(context))
  app.post('/people/:id/removal', administrators, removeOne(context))
}

const listTeams =
  ({ store }: Context): RouteHandler =>
  async (request, reply) => {
    const teams = await teamTree(store.read)
    return wantsJson(request) ? reply.send({ teams }) : reply.page(TeamsPage, { teams })
  }

const findPeople =
  ({ store }: Context): RouteHandler<{ Querystring: { q?: string } }> =>
  async (request, reply) => {
    const sought = String(request.query.q ?? '')
    return reply.page(PeoplePage, { sought, ...(await searchPeople(store.read, sought)) })
  }

const exportRoster =
  (context: Context): RouteHandler =>
  async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="roster.csv"')
      .send(await rosterCsv(context))

const beginPerson =
  (context: Context): RouteHandler =>
  async (_request, reply) => {
    const teams = await teamChoices(context)
    return reply.page(PersonPage, { person: null, teams, typed: { answers: 'yes' }, faults: {} })
  }

const addOne =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const form = readForm(personForm(await teamPaths(context.store.read)), request.body)
    if (!form.ok)
      return reply.faulty(PersonPage, { person: null, teams: await teamChoices(context), ...form })
    const id = await addPerson(context, signedIn(request).id, form.values)
    return reply.done({ to: `/people/${id}`, notice: 'personAdded' })
  }

const showPerson =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const person = await personById(context.store.read, request.params.id)
    const teams = await teamChoices(context)
    return reply.page(PersonPage, { person, teams, typed: asTyped(person), faults: {} })
  }

const changeOne =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { read } = context.store
    const person = await personById(read, request.params.id)
    const form = readForm(personForm(await teamPaths(read)), request.body)
    if (!form.ok) return reply.faulty(PersonPage, { person, teams: await teamChoices(context), ...form })
    await changePerson(context, signedIn(request).id, person.id, form.values)
    return reply.done({ to: `/people/${person.id}`, notice: 'saved' })
  }

const askToRemove =
  ({ store }: Context): RouteHandler<ById> =>
  async (request, reply) =>
    reply.page(RemovePersonPage, await personById(store.read, request.params.id))

const removeOne =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = await personById(context.store.read, request.params.id)
    await removePerson(context, signedIn(request).id, id)
    return reply.done({ to: '/people', notice: 'personRemoved' })
  }

const teamChoices = async ({ store }: Context) =>
  [...(await teamPaths(store.read))].map(([id, path]) => ({ id, path: path.join(' / ') }))

const asTyped = ({
  email,
  name,
  teamId,
  answers,
  administrator,
  manages,
  facilitates,
}: PersonRow): Typed => ({
  email,
  name: name ?? '',
  teamId: teamId ?? '',
  answers: answers ? 'yes' : '',
  administrator: administrator ? 'yes' : '',
  manages: manages.join('\n'),
  facilitates: facilitates.join('\n'),
})
