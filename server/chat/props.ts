import type { Context } from '../context.ts'
import { findTeams, teamPaths } from '../people/people.ts'
import type { FormFaults, Typed } from '../web/form.ts'
import { allowedHosts } from './hosts.ts'
import { listChannels } from './listing.ts'

interface Shown {
  typed: Typed
  faults: FormFaults
  /** The signing secret just made, shown this once. */
  made?: string | null
}

export async function chatProps(context: Context, { typed, faults, made = null }: Shown) {
  const { read } = context.store
  const paths = await teamPaths(read)
  return {
    channels: await listChannels(read),
    hosts: Array.from(await allowedHosts(read), ([host, { internal }]) => ({ host, internal })),
    teams: findTeams(paths, paths, String(typed['teamId'] ?? '')),
    made,
    typed,
    faults,
  }
}
