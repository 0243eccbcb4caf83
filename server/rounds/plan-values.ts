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

interface Times {
  opensAt: Date
  closesAt: Date
  remindsAt?: Date | null | undefined
  remindsAgainAt?: Date | null | undefined
}

/** Left out, each stays as long before the close as it was; where the round is too short for that, nobody is reminded. */
export function remindersOf(times: Times, defaults: Plan): Pick<Plan, 'remindsAt' | 'remindsAgainAt'> {
  const { opensAt, closesAt } = times
  const kept = (given: Date | null | undefined, usual: Date | null): Date | null => {
    if (given !== undefined || !usual) return given ?? null
    const at = new Date(closesAt.getTime() - (defaults.closesAt.getTime() - usual.getTime()))
    return at > opensAt ? at : null
  }
  return {
    remindsAt: kept(times.remindsAt, defaults.remindsAt),
    remindsAgainAt: kept(times.remindsAgainAt, defaults.remindsAgainAt),
  }
}

export const isWithin = (
  at: Date | null,
  { opensAt, closesAt }: Pick<Plan, 'opensAt' | 'closesAt'>,
): boolean => at === null || (opensAt < at && at < closesAt)
