import { pathKey, pathText, readPath, teamKey } from '../paths.ts'
import type { Report } from '../../files/faults.ts'
import type { FaultCode } from '../../storage/schema/roster-imports.ts'

/** Characters, and for a path its levels. */
export const longest = { email: 254, name: 120, teamName: 80, path: 12 }

interface TeamCell {
  path: string[]
  fault: FaultCode | null
}

/** Every team of one file and every team above one, as first spelled. */
export class FileTeams {
  /** Few cells differ: reading each once is most of what makes a large file quick. */
  readonly #cells = new Map<string, TeamCell>()
  readonly #spelled = new Map<string, string[]>()
  readonly #today: Map<string, string[]>

  /** @param today paths of the teams there are already, which may be led though nobody is in them */
  constructor(today: Iterable<string[]>) {
    this.#today = new Map([...today].map((path) => [pathKey(path), path]))
  }

  /** The path a person stands at; empty if it is at fault. */
  read(text: string, report: Report): string[] {
    const cell = this.#cells.get(text) ?? this.#readCell(text)
    this.#cells.set(text, cell)
    if (cell.fault) report(cell.fault, pathText(readPath(text)))
    return cell.path
  }

  #readCell(text: string): TeamCell {
    const path = readPath(text)
    const fault = pathFault(path)
    return { path: fault ? [] : this.#asFirstSpelled(path), fault }
  }

  #asFirstSpelled(path: string[]): string[] {
    const name = path.at(-1)
    if (name === undefined) return []
    const key = pathKey(path)
    const spelled = this.#spelled.get(key) ?? [...this.#asFirstSpelled(path.slice(0, -1)), name]
    this.#spelled.set(key, spelled)
    return spelled
  }

  /** The led teams as first spelled; those that are neither in the file nor there today are reported. */
  known(paths: string[][], report: Report): string[][] {
    const known = new Set<string[]>()
    for (const path of paths) {
      const key = pathKey(path)
      const team = this.#spelled.get(key) ?? this.#today.get(key)
      if (team) known.add(team)
      else report('teamUnknown', pathText(path))
    }
    return [...known]
  }
}

export function pathFault(path: string[]): FaultCode | null {
  if (path.length === 0) return 'teamEmpty'
  if (path.length > longest.path) return 'teamTooDeep'
  if (path.some((name) => name.length > longest.teamName)) return 'teamNameTooLong'
  return new Set(path.map(teamKey)).size < path.length ? 'teamWithinItself' : null
}
