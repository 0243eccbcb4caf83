import { inBatches } from '../storage/batches.ts'
import { newId } from '../storage/identifier.ts'
import type { Writes } from '../storage/index.ts'
import { roundTeams, roundUnits } from '../storage/schema/rounds.ts'
import type { Question } from '../storage/schema/questions.ts'
import type { RsaPublicKey } from './round-keys.ts'
import { ownPartOf, waitingNotes } from './team-notes.ts'
import { areas, unitName, type Unit } from './units.ts'
import { known } from '../known.ts'

export type FrozenUnit = typeof roundUnits.$inferInsert & { teams: string[]; ownQuestions: Question[] }

export function frozenUnits(roundId: string, plan: Unit[], publicKeys: RsaPublicKey[]) {
  const units = plan.map((unit, n) => ({
    id: newId(),
    roundId,
    name: unitName(unit.names),
    path: unit.path,
    size: unit.size,
    publicKey: publicKeys[n]!,
    keyNumber: n,
    teams: unit.teams,
  }))
  const area = areas(units)
  return units.map((unit) => ({ ...unit, area: known(area, unit.id) }))
}

/** What teams decided since, told and asked about where their people are. */
export function withOwnParts(
  units: ReturnType<typeof frozenUnits>,
  notes: Awaited<ReturnType<typeof waitingNotes>>,
  names: Map<string, string>,
  questions: Question[],
): { units: FrozenUnit[]; told: string[] } {
  const taken = new Set(questions.map(({ id }) => id))
  const parts = units.map((unit) => ({ unit, part: ownPartOf(unit.teams, notes, names, taken) }))
  return {
    units: parts.map(({ unit, part: { actions, ownQuestions } }) => ({ ...unit, actions, ownQuestions })),
    told: parts.flatMap(({ part }) => part.toldForGood),
  }
}

export async function saveUnits(
  tx: Writes,
  roundId: string,
  units: FrozenUnit[],
  names: Map<string, string>,
) {
  const inUnits = units.flatMap((unit) =>
    unit.teams.map((teamId) => ({ roundId, teamId, unitId: unit.id, name: known(names, teamId) })),
  )
  for (const rows of inBatches(units.map(({ teams: _teams, ...row }) => row)))
    await tx.insert(roundUnits).values(rows)
  for (const rows of inBatches(inUnits)) await tx.insert(roundTeams).values(rows)
}
