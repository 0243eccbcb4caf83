import type { Plan } from './plan.ts'

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
