import type { FastifyInstance } from 'fastify'
import { PeoplePage } from '#views/people/people.tsx'
import { PersonPage } from '#views/people/person.tsx'
import { RemovePersonPage } from '#views/people/remove.tsx'
import { TeamsPage } from '#views/people/teams.tsx'
import type { Context } from '../context.ts'
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

type ById = { Params: { id: string } }

export function peopleRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const administrators = { config: { allow: 'administrators' as const } }

  app.get('/teams', administrators, async (request, reply) => {
    const teams = await teamTree(read)
    return wantsJson(request) ? reply.send({ teams }) : reply.page(TeamsPage, { teams })
  })

  app.get<{ Querystring: { q?: string } }>('/people', administrators, async (request, reply) => {
    const sought = String(request.query.q ?? '')
    return reply.page(PeoplePage, { sought, ...(await searchPeople(read, sought)) })
  })

  app.get('/people.csv', administrators, async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="roster.csv"')
      .send(await rosterCsv(context)),
  )

  app.get('/people/new', administrators, async (_request, reply) =>
    reply.page(PersonPage, {
      person: null,
      teams: await teamChoices(),
      typed: { answers: 'yes' },
      faults: {},
    }),
  )

  app.post('/people', administrators, async (request, reply) => {
    const form = readForm(personForm(await teamPaths(read)), request.body)
    if (!form.ok)
      return reply.faulty(PersonPage, {
        person: null,
        teams: await teamChoices(),
        typed: form.typed,
        faults: form.faults,
      })
    const id = await addPerson(context, request.viewer!.id, form.values)
    return reply.done({ to: `/people/${id}`, notice: 'personAdded' })
  })

  app.get<ById>('/people/:id', administrators, async (request, reply) => {
    const person = await personById(read, request.params.id)
    return reply.page(PersonPage, { person, teams: await teamChoices(), typed: asTyped(person), faults: {} })
  })

  app.post<ById>('/people/:id', administrators, async (request, reply) => {
    const person = await personById(read, request.params.id)
    const form = readForm(personForm(await teamPaths(read)), request.body)
    if (!form.ok)
      return reply.faulty(PersonPage, {
        person,
        teams: await teamChoices(),
        typed: form.typed,
        faults: form.faults,
      })
    await changePerson(context, request.viewer!.id, person.id, form.values)
    return reply.done({ to: `/people/${person.id}`, notice: 'saved' })
  })

  app.get<ById>('/people/:id/removal', administrators, async (request, reply) =>
    reply.page(RemovePersonPage, await personById(read, request.params.id)),
  )

  app.post<ById>('/people/:id/removal', administrators, async (request, reply) => {
    const { id } = await personById(read, request.params.id)
    await removePerson(context, request.viewer!.id, id)
    return reply.done({ to: '/people', notice: 'personRemoved' })
  })

  async function teamChoices() {
    return [...(await teamPaths(read))].map(([id, path]) => ({ id, path: path.join(' / ') }))
  }
}

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
