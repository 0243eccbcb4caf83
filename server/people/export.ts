import { stringify } from 'csv-stringify/sync'
import type { Context } from '../context.ts'
import { currentRoster, teamPaths } from './queries.ts'

const header = ['email', 'name', 'team', 'role', 'manages', 'facilitates', 'answers']

/** The roster as a file that can be changed and imported again. The administrator without a team is not in it. */
export async function rosterCsv({ store }: Context): Promise<string> {
  const paths = await teamPaths(store.read)
  const path = (id: string) => paths.get(id)!.join(' / ')
  const roster = await currentRoster(store.read)
  const lines = roster.people
    .filter((person) => person.teamId !== null)
    .map(({ email, name, teamId, administrator, manages, facilitates, answers }) => [
      email,
      name ?? '',
      path(teamId!),
      [administrator && 'admin', manages.length > 0 && 'manager', facilitates.length > 0 && 'facilitator'].filter(Boolean).join('; ') || 'member',
      manages.map(path).join('; '),
      facilitates.map(path).join('; '),
      answers ? 'yes' : 'no',
    ])
  // A spreadsheet would run a cell that begins like a formula.
  return stringify([header, ...lines], { record_delimiter: 'windows', escape_formulas: true })
}
