import type { TeamPaths } from './hierarchy.ts'
import { pathKey, pathText, readPath } from './paths.ts'

/** Some teams out of those somebody may choose from. */
export interface TeamsFound {
  sought: string
  /** How many there are to choose from, and how many of them fit. */
  of: number
  count: number
  /** The first that fit, in the order of the tree. */
  teams: { id: string; path: string }[]
}

/** A page that shows no more than these needs no search. */
const mostShown = 30

/** Teams by any part of their path. */
export function findTeams(paths: TeamPaths, among: { has(id: string): boolean }, sought = ''): TeamsFound {
  const all = [...paths].filter(([id]) => among.has(id))
  const fitting = all.length > mostShown ? all.filter(holding(sought, ([, path]) => path)) : all
  const teams = fitting.slice(0, mostShown).map(([id, path]) => ({ id, path: pathText(path) }))
  return { sought, of: all.length, count: fitting.length, teams }
}

/** Of the whole tree, in its order. */
export const findInTree = <T extends { path: readonly string[] }>(tree: T[], sought: string): T[] =>
  tree.filter(holding(sought, ({ path }) => path))

function holding<T>(sought: string, pathOf: (team: T) => readonly string[]): (team: T) => boolean {
  const words = pathKey(readPath(sought))
  return (team) => words === '' || pathText(pathOf(team)).toLowerCase().includes(words)
}

/** Reads a team as a form gives it: its id, from a list, or its path as somebody typed it. Null where there is none. */
export function teamReader(paths: TeamPaths): (written: string) => string | null {
  let byKey: Map<string, string> | undefined
  return (written) => {
    if (paths.has(written)) return written
    byKey ??= new Map(Array.from(paths, ([id, path]) => [pathKey(path), id]))
    return byKey.get(pathKey(readPath(written))) ?? null
  }
}
