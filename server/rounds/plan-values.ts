import type { Cut } from '../storage/schema/questions.ts'
import type { Plan } from './plan.ts'

/** What is asked, each with the cut that was chosen or else the one proposed. */
export function selectionOf(
  asked: string[],
  chosen: Record<string, Cut>,
  { selection }: Plan,
): Plan['selection'] {
  const proposed = new Map(selection.map(({ id, cut }) => [id, cut]))
  return asked.map((id) => withCut(id, chosen[id] ?? proposed.get(id)))
}

const withCut = (id: string, cut: Cut | undefined) => (cut ? { id, cut } : { id })

export function idsOf(teams: string[], readTeam: (written: string) => string | null): string[] | null {
  const ids = new Set(teams.flatMap((written) => readTeam(written) ?? []))
  return ids.size > 0 ? [...ids] : null
}
