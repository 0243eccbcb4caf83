import { asc } from 'drizzle-orm'
import { organisationOf } from '../settings/settings.ts'
import { pathIn, teamPaths } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import { leaderships, people } from '../storage/schema/people.ts'
import { troubled } from './company.ts'

export const visitorRoles = ['member', 'manager', 'facilitator', 'administrator'] as const
export type VisitorRole = (typeof visitorRoles)[number]

/** Somebody a visitor of a sample company may be. */
export interface Visitable {
  id: string
  role: VisitorRole
  name: string
  email: string
  /** Path. */
  team: string
}

/**
 * One person of each role, all of whom have to do with the team in trouble, as far as there are such.
 * Refuses with notFound unless everybody is invented: where one real person has been added, nobody walks in as another.
 */
export async function visitable(read: Reads): Promise<Visitable[]> {
  const everybody = await read.select().from(people).orderBy(asc(people.email))
  const invented = everybody.every(({ email }) => email.endsWith('.invalid'))
  if ((await organisationOf(read))?.sample !== 'ready' || !invented) throw new Refusal('notFound')

  const led = await read.select().from(leaderships)
  const paths = await teamPaths(read)
  const inTrouble = [...paths.values()].find((path) => path.at(-1) === troubled) ?? []
  const isTroubled = (teamId: string | null) => teamId !== null && paths.get(teamId) === inTrouble
  const isAbove = (teamId: string) => {
    const path = pathIn(paths, teamId)
    return path.length < inTrouble.length && path.every((name, depth) => inTrouble[depth] === name)
  }
  const leads = (id: string, role: string, which: (teamId: string) => boolean) =>
    led.some((one) => one.personId === id && one.role === role && which(one.teamId))
  const plain = everybody.filter(
    ({ id, administrator }) => !administrator && !led.some(({ personId }) => personId === id),
  )

  const found = {
    member: plain.find(({ teamId }) => isTroubled(teamId)) ?? plain[0],
    manager:
      everybody.find(({ id }) => leads(id, 'manager', isAbove)) ??
      everybody.find(({ id }) => leads(id, 'manager', () => true)),
    facilitator:
      everybody.find(({ id }) => leads(id, 'facilitator', isTroubled)) ??
      everybody.find(({ id }) => leads(id, 'facilitator', () => true)),
    administrator: everybody.find(({ administrator }) => administrator),
  }
  return visitorRoles.flatMap((role) => {
    const person = found[role]
    if (!person) return []
    const { id, name, email, teamId } = person
    return [{ id, role, name: name ?? email, email, team: teamId ? pathIn(paths, teamId).join(' / ') : '' }]
  })
}

/** The id of the person to be; refuses as `visitable` does. */
export async function visitAs(read: Reads, role: VisitorRole): Promise<string> {
  const person = (await visitable(read)).find((one) => one.role === role)
  if (!person) throw new Refusal('notFound')
  return person.id
}
