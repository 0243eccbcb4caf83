import type { Viewer } from '../access/access.ts'
import type { Reads } from '../storage/index.ts'
import { hierarchyOf } from '../people/people.ts'

/** What one person may read, by today's tree. The organisation as a whole is open to everybody. */
export interface Reading {
  teams: Set<string>
  /** In which part somebody reads a team: who leads it reads it as its leader, also from inside. */
  role(teamId: string): 'member' | 'manager' | 'facilitator' | null
  /** The teams somebody manages or facilitates, but for those below another of them. */
  led: string[]
  /** Whether somebody holds a team's retros and says what it decided. */
  leads(teamId: string): boolean
}

export async function readingOf(read: Reads, viewer: Viewer): Promise<Reading> {
  const { upwards, downwards } = await hierarchyOf(read)
  const own = new Set(viewer.teamId ? upwards(viewer.teamId) : [])
  const managed = new Set(viewer.manages)
  const managedBelow = new Set(viewer.manages.flatMap((id) => downwards(id)))
  const facilitated = new Set(viewer.facilitates)
  return {
    teams: new Set([...own, ...managedBelow, ...facilitated]),
    role(id) {
      if (managedBelow.has(id)) return 'manager'
      if (facilitated.has(id)) return 'facilitator'
      return own.has(id) ? 'member' : null
    },
    led: [...managed, ...facilitated].filter((id) => {
      const [, ...above] = upwards(id)
      return !above.some((one) => managed.has(one))
    }),
    leads: (id) => managedBelow.has(id) || facilitated.has(id),
  }
}
