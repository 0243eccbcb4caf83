import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import type { Context } from '../context.ts'
import { inBatches } from '../storage/batches.ts'
import type { CurrentPerson } from './difference.ts'
import { pathText } from './paths.ts'
import { currentRoster, teamPaths } from './queries.ts'
import { known } from '../known.ts'

const header = ['email', 'name', 'team', 'role', 'manages', 'facilitates', 'answers']

/**
 * The roster as a file that can be changed and imported again, in the order of the tree. The administrator without
 * a team is not in it.
 */
export async function rosterCsv({ store }: Context): Promise<string> {
  const { people } = await currentRoster(store.read)
  const paths = new Map([...(await teamPaths(store.read))].map(([id, path]) => [id, pathText(path)]))
  const inTeams = new Map<string | null, CurrentPerson[]>([...paths.keys()].map((id) => [id, []]))
  for (const person of people) inTeams.get(person.teamId)?.push(person)
  const portions = [written([header])]
  for (const some of inBatches([...inTeams.values()].flat(), 5000)) {
    portions.push(written(some.map((person) => asLine(person, paths))))
    await setImmediate()
  }
  return portions.join('')
}

/** What a roster may look like: every column, every role. */
export const exampleCsv = (): string =>
  written([
    header,
    ['ada@example.com', 'Ada Lovelace', 'Engineering / Payments', 'manager', 'Engineering', '', 'yes'],
    ['grace@example.com', 'Grace Hopper', 'Engineering / Payments', 'facilitator', '', '', 'yes'],
    ['alan@example.com', 'Alan Turing', 'Engineering / Risk', 'manager; facilitator', '', '', 'yes'],
    ['edith@example.com', 'Edith Clarke', 'Engineering / Risk', 'member', '', '', 'yes'],
    ['mary@example.com', 'Mary Jackson', 'Operations', 'admin', '', '', 'no'],
  ])

// A spreadsheet would run a cell that begins like a formula.
const written = (lines: string[][]) =>
  stringify(lines, { record_delimiter: 'windows', escape_formulas: true })

function asLine(person: CurrentPerson, paths: Map<string, string>): string[] {
  const { email, name, teamId, administrator, manages, facilitates, answers } = person
  const roles = [
    administrator && 'admin',
    manages.length > 0 && 'manager',
    facilitates.length > 0 && 'facilitator',
  ]
  const led = (teams: string[]) =>
    teams
      .map((id) => known(paths, id))
      .sort()
      .join('; ')
  return [
    email,
    name ?? '',
    paths.get(teamId!)!,
    roles.filter(Boolean).join('; ') || 'member',
    led(manages),
    led(facilitates),
    answers ? 'yes' : 'no',
  ]
}
