export interface CurrentTeam {
  id: string
  name: string
  parentId: string | null
}

export interface CurrentPerson {
  id: string
  email: string
  name: string | null
  teamId: string | null
  answers: boolean
  administrator: boolean
  /** Team ids. */
  manages: string[]
  /** Team ids. */
  facilitates: string[]
}

/** Everybody and every team as stored; addresses in lower case. */
export interface CurrentRoster {
  teams: CurrentTeam[]
  /** Where a team used to be, its path as pathKey writes it. */
  aliases: { path: string; teamId: string }[]
  people: CurrentPerson[]
}
