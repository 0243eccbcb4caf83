import type { FastifyInstance, RouteHandler } from 'fastify'
import { PeoplePage } from '#views/people/people.tsx'
import { PersonPage } from '#views/people/person.tsx'
import { RemovePersonPage } from '#views/people/remove.tsx'
import { TeamsPage } from '#views/people/teams.tsx'
import type { Context } from '../context.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { sendFile } from '../web/download.ts'
import { listQuery, pageOf, readForm, wantsJson, type Typed } from '../web/form.ts'
import { personForm } from './forms.ts'
import {
  addPerson,
  findInTree,
  findTeams,
  lastUndo,
  changePerson,
  personById,
  removePerson,
  rosterCsv,
  searchPeople,
  teamPaths,
  teamTree,
  type PersonRow,
  type TeamsFound,
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

const teamsAtOnce = 100

const listTeams =
  ({ store }: Context): RouteHandler =>
  async (request, reply) => {
    const teams = await teamTree(store.read)
    if (wantsJson(request)) return reply.send({ teams })
    const { q, page } = listQuery.parse(request.query)
    const fitting = findInTree(teams, q)
    const people = teams.reduce((sum, { direct }) => sum + direct, 0)
    const count = teams.filter(({ below }) => below > 0).length
    const canUndo = (await lastUndo(store.read)) !== null
    const shown = pageOf(fitting, page, teamsAtOnce)
    return reply.page(TeamsPage, { sought: q, people, count, canUndo, ...shown })
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
    sendFile(reply, 'text/csv', ['roster'], 'csv', await rosterCsv(context))

const beginPerson =
  (context: Context): RouteHandler<TeamTyped> =>
  async (request, reply) => {
    const teams = await teamChoices(context, request.query.teamId)
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
  (context: Context): RouteHandler<ById & TeamTyped> =>
  async (request, reply) => {
    const person = await personById(context.store.read, request.params.id)
    const teams = await teamChoices(context, request.query.teamId)
    return reply.page(PersonPage, { person, teams, typed: asTyped(person, teams), faults: {} })
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

/** What somebody has typed of a team so far, which the page proposes teams to. */
interface TeamTyped {
  Querystring: { teamId?: string }
}

async function teamChoices({ store }: Context, typed: unknown = ''): Promise<TeamsFound> {
  const paths = await teamPaths(store.read)
  return findTeams(paths, paths, String(typed))
}

const asTyped = (
  { email, name, teamId, team, answers, administrator, manages, facilitates }: PersonRow,
  { of, teams }: TeamsFound,
): Typed => ({
  email,
  name: name ?? '',
  teamId: (of > teams.length ? team : teamId) ?? '',
  answers: answers ? 'yes' : '',
  administrator: administrator ? 'yes' : '',
  manages: manages.join('\n'),
  facilitates: facilitates.join('\n'),
})
