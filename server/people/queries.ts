import { setImmediate } from 'node:timers/promises'
import { asc, count, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import { leaderships, people, teamAliases, teams } from '../storage/schema/people.ts'
import type { CurrentPerson, CurrentRoster } from './difference.ts'
import { byName, hierarchyOf, type TeamPaths } from './hierarchy.ts'
import { tidy } from './paths.ts'
import { known } from '../known.ts'

export const teamPaths = async (read: Reads): Promise<TeamPaths> => (await hierarchyOf(read)).paths

export interface TeamCount {
  id: string
  path: readonly string[]
  direct: number
  /** With all teams below it. */
  below: number
  managers: string[]
}

/** Teams in the order of the tree, with their people. */
export async function teamTree(read: Reads): Promise<TeamCount[]> {
  const paths = await teamPaths(read)
  const rows = await read.select({ teamId: people.teamId, n: count() }).from(people).groupBy(people.teamId)
  const direct = new Map(rows.map((row) => [row.teamId, row.n]))
  const below = new Map<string, number>()
  for (const [id, path] of paths)
    for (let depth = 1; depth <= path.length; depth++) {
      const key = path.slice(0, depth).join('\0')
      below.set(key, (below.get(key) ?? 0) + (direct.get(id) ?? 0))
    }
  const managers = await managersByTeam(read)
  return [...paths].map(([id, path]) => ({
    id,
    path,
    direct: direct.get(id) ?? 0,
    below: known(below, path.join('\0')),
    managers: managers.get(id) ?? [],
  }))
}

async function managersByTeam(read: Reads): Promise<Map<string, string[]>> {
  const rows = await read
    .select({ teamId: leaderships.teamId, name: people.name, email: people.email })
    .from(leaderships)
    .innerJoin(people, eq(people.id, leaderships.personId))
    .where(eq(leaderships.role, 'manager'))
  const byTeam = new Map<string, string[]>()
  for (const { teamId, name, email } of rows)
    byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), name ?? email])
  return byTeam
}

export interface PersonRow {
  id: string
  email: string
  name: string | null
  teamId: string | null
  team: string | null
  answers: boolean
  administrator: boolean
  /** Paths of the teams led. */
  manages: string[]
  facilitates: string[]
}

export interface Found {
  count: number
  people: PersonRow[]
}

const mostShown = 100

/** People whose name, address or team holds the words; without any, everybody. The first hundred are returned. */
export async function searchPeople(read: Reads, sought: string): Promise<Found> {
  const paths = await teamPaths(read)
  const words = tidy(sought).toLowerCase()
  const inTeams = [...paths]
    .filter(([, path]) => path.join(' / ').toLowerCase().includes(words))
    .map(([id]) => id)
  const where = words ? or(holds(people.sought, words), inArray(people.teamId, inTeams)) : undefined
  const rows = await read.select().from(people).where(where).orderBy(asc(people.sought)).limit(mostShown)
  return { count: await read.$count(people, where), people: await withLed(read, rows, paths) }
}

/** What was typed stands for itself, wildcards included. */
const holds = (column: typeof people.sought, words: string) =>
  sql`${column} like ${`%${words.replace(/[%_!]/g, '!$&')}%`} escape '!'`

/** Refuses with notFound. */
export async function personById(read: Reads, id: string): Promise<PersonRow> {
  const rows = await read.select().from(people).where(eq(people.id, id))
  const [person] = await withLed(read, rows, await teamPaths(read))
  if (!person) throw new Refusal('notFound')
  return person
}

async function withLed(
  read: Reads,
  rows: (typeof people.$inferSelect)[],
  paths: TeamPaths,
): Promise<PersonRow[]> {
  const ids = rows.map((row) => row.id)
  const led =
    ids.length > 0 ? await read.select().from(leaderships).where(inArray(leaderships.personId, ids)) : []
  const pathText = (id: string | null) => (id ? (paths.get(id)?.join(' / ') ?? null) : null)
  const ledAs = (personId: string, role: string) =>
    led
      .filter((one) => one.personId === personId && one.role === role)
      .map((one) => pathText(one.teamId)!)
      .sort(byName.compare)
  return rows.map(({ sought: _sought, ...row }) => ({
    ...row,
    team: pathText(row.teamId),
    manages: ledAs(row.id, 'manager'),
    facilitates: ledAs(row.id, 'facilitator'),
  }))
}

/** Everybody, by address, and every team, as a new file is compared with them. */
export async function currentRoster(read: Reads): Promise<CurrentRoster> {
  const people = await everybody(read)
  return { people, teams: await read.select().from(teams), aliases: await read.select().from(teamAliases) }
}

const portion = 2000

/** In portions: on SQLite nobody else is answered while a statement runs. */
async function everybody(read: Reads): Promise<CurrentPerson[]> {
  const led = await ledByPerson(read)
  const all: CurrentPerson[] = []
  for (;;) {
    const after = gt(people.email, all.at(-1)?.email ?? '')
    const some = await read.select().from(people).where(after).orderBy(asc(people.email)).limit(portion)
    for (const person of some)
      all.push({ ...person, ...(led.get(person.id) ?? { manages: [], facilitates: [] }) })
    if (some.length < portion) return all
    await setImmediate()
  }
}

async function ledByPerson(
  read: Reads,
): Promise<Map<string, Pick<CurrentPerson, 'manages' | 'facilitates'>>> {
  const byPerson = new Map<string, Pick<CurrentPerson, 'manages' | 'facilitates'>>()
  for (const { personId, teamId, role } of await read.select().from(leaderships)) {
    const led = byPerson.get(personId) ?? { manages: [], facilitates: [] }
    ;(role === 'manager' ? led.manages : led.facilitates).push(teamId)
    byPerson.set(personId, led)
  }
  return byPerson
}
