import type { RosterPerson } from '../../storage/schema/roster-imports.ts'
import type { CurrentPerson } from './current.ts'
import type { RenameOffer } from './renames.ts'

/** A team to store under (`id`), or one of `teamsMade` (`id` null, found there by `path`). */
export interface TeamRef {
  id: string | null
  path: string[]
}

export interface Duties {
  administrator: boolean
  manages: TeamRef[]
  facilitates: TeamRef[]
}

/** A person of the file with everything resolved; `personId` null for one who joins. */
export interface Placement {
  personId: string | null
  person: RosterPerson
  team: TeamRef
  duties: Duties
}

export interface Move {
  personId: string
  email: string
  /** Null for an administrator who had no team. */
  from: TeamRef | null
  to: TeamRef
}

export interface Change<Of> {
  personId: string
  email: string
  before: Of
  after: Of
}

/** All that applying the file would do. Paths before are today's, paths after those once it is applied. */
export interface Difference {
  /** Everybody in the file, in its order; `joins` are among them. */
  placements: Placement[]
  joins: Placement[]
  moves: Move[]
  leaves: CurrentPerson[]
  profileChanges: Change<{ name: string | null; answers: boolean }>[]
  dutyChanges: Change<Duties>[]
  /** Every team above before those below it; `parent` null at the top. */
  teamsMade: { path: string[]; parent: TeamRef | null }[]
  /** Teams that stay without anybody in them or below, by the path they have today. */
  teamsEmptied: TeamRef[]
  /** The accepted renames that are carried out, the outermost first. */
  teamsRenamed: { teamId: string; from: string[]; to: string[]; parent: TeamRef | null }[]
  /** Independent of what was accepted. */
  renamesOffered: RenameOffer[]
  faults: 'noAdministrator'[]
}
